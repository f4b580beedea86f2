using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>Reads a glob as fluentd does: any text is one. A brace that nothing closes is closed by the end, and a dot at the end is not there.</summary>
internal sealed class TagGlobParser
{
    private const int DeepestNesting = 100;
    private const int MostPieces = 10_000;
    private const int Longest = 1_000;

    // The open braces: the branches of each that are whole, and the branch that is being read.
    private readonly Stack<(List<ValueList<TagPiece>> Branches, List<TagPiece> Outside)> _open = new();
    private readonly StringBuilder _literal = new();
    private readonly string _text;
    private List<TagPiece> _branch = [];
    private bool _isDotPending;
    private int _pieces;

    private TagGlobParser(string text) => _text = text;

    /// <summary>The pieces of a glob; null for one that is too large to be meant.</summary>
    public static ValueList<TagPiece>? Parse(string text) => new TagGlobParser(text).Read() is { } pieces && Length(pieces) <= Longest ? pieces : null;

    private ValueList<TagPiece>? Read()
    {
        for (int i = 0; i < _text.Length;)
        {
            char c = _text[i];
            if (c == '*' && i + 1 < _text.Length && _text[i + 1] == '*') i += AnyDepth(i);
            else i += One(i, c);
            if (_open.Count > DeepestNesting || _pieces > MostPieces) return null;
        }

        FlushLiteral();
        while (_open.Count > 0) Close();
        return ValueList.From(_branch);
    }

    // Characters and wildcards one behind the other: languages are made by recursion over them.
    private static int Length(ValueList<TagPiece> pieces) => pieces.Sum(p => p switch
    {
        TagPiece.Literal literal => literal.Text.Length,
        TagPiece.OneOf choice => choice.Branches.Max(Length),
        _ => 1,
    });

    private int AnyDepth(int at)
    {
        bool isDotBehind = at + 2 < _text.Length && _text[at + 2] == '.';
        Add(new TagPiece.AnyDepth(_isDotPending, isDotBehind));
        _isDotPending = false;
        return isDotBehind ? 3 : 2;
    }

    private int One(int at, char c)
    {
        if (_isDotPending) _literal.Append('.');
        _isDotPending = false;
        switch (c)
        {
            case '\\':
                if (at + 1 < _text.Length) _literal.Append(_text[at + 1]);
                return 2;
            case '.':
                _isDotPending = true;
                break;
            case '*':
                Add(new TagPiece.AnyOfPart());
                break;
            case '{':
                FlushLiteral();
                _open.Push(([], _branch));
                _branch = [];
                break;
            case '}' when _open.Count > 0:
                FlushLiteral();
                Close();
                break;
            case ',' when _open.Count > 0:
                FlushLiteral();
                _open.Peek().Branches.Add(ValueList.From(_branch));
                _branch = [];
                break;
            default:
                _literal.Append(c);
                break;
        }

        return 1;
    }

    private void Close()
    {
        (List<ValueList<TagPiece>> branches, List<TagPiece> outside) = _open.Pop();
        branches.Add(ValueList.From(_branch));
        _branch = outside;
        Add(new TagPiece.OneOf(ValueList.From(branches)));
    }

    private void Add(TagPiece piece)
    {
        FlushLiteral();
        _branch.Add(piece);
        _pieces++;
    }

    private void FlushLiteral()
    {
        if (_literal.Length > 0) _branch.Add(new TagPiece.Literal(_literal.ToString()));
        _literal.Clear();
    }
}
