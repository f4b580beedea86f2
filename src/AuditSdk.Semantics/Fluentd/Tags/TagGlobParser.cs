using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;

namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>Reads a glob as fluentd does: any text is one. A dot at the end is not there; of a brace that nothing closes, see <see cref="CloseAtEnd"/>.</summary>
internal sealed class TagGlobParser
{
    private const int DeepestNesting = 100;
    private const int MostPieces = 10_000;
    private const int Longest = 1_000;

    // The open braces: the branches of each that are whole, and the branch that the brace stands in.
    private readonly Stack<(List<TagGlobBranch> Branches, TagGlobBranch Outside)> _open = new();
    private readonly string _text;
    private TagGlobBranch _branch = new();
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

        while (_open.Count > 0) CloseAtEnd();
        return _branch.Pieces;
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
        Add(new TagPiece.AnyDepth(_isDotPending, isDotBehind), (_isDotPending ? @"(?![^\.])" : "") + (isDotBehind ? @"(?:.*\.|\A)" : ".*"));
        _isDotPending = false;
        return isDotBehind ? 3 : 2;
    }

    private int One(int at, char c)
    {
        if (_isDotPending) _branch.Add('.');
        _isDotPending = false;
        switch (c)
        {
            case '\\':
                if (at + 1 < _text.Length) _branch.AddEscaped(_text[at + 1]);
                return 2;
            case '.':
                _isDotPending = true;
                break;
            case '*':
                Add(new TagPiece.AnyOfPart(), @"[^\.]*");
                break;
            case '{':
                _open.Push(([], _branch));
                _branch = new();
                break;
            case '}' when _open.Count > 0:
                Close();
                break;
            case ',' when _open.Count > 0:
                _open.Peek().Branches.Add(_branch);
                _branch = new();
                break;
            default:
                _branch.Add(c);
                break;
        }

        return 1;
    }

    private void Close()
    {
        List<TagGlobBranch> branches = Closed();
        string source = string.Join("|", branches.Select(b => $"(?-mix:{b.Source})"));
        Add(new TagPiece.OneOf(ValueList.From(branches.Select(b => b.Pieces))), branches.Count == 1 ? source : $"(?-mix:{source})");
    }

    // At the end of the text fluentd takes the expressions that it made of the branches for plain text: {a.b matches the tag a\.b, and not a.b.
    private void CloseAtEnd()
    {
        List<TagGlobBranch> branches = Closed();
        string source = string.Join("|", branches.Select(b => RubyRegexp.Escape(b.Source)));
        Add(new TagPiece.OneOf(ValueList.From(branches.Select(b => b.SourceAsText))), $"(?-mix:{source})");
    }

    private List<TagGlobBranch> Closed()
    {
        (List<TagGlobBranch> branches, TagGlobBranch outside) = _open.Pop();
        branches.Add(_branch);
        _branch = outside;
        return branches;
    }

    private void Add(TagPiece piece, string source)
    {
        _branch.Add(piece, source);
        _pieces++;
    }
}
