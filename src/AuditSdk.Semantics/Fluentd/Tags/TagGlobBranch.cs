using System.Text;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;

namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>A row of pieces of a glob as it is read, with the regular expression that fluentd makes of it.</summary>
internal sealed class TagGlobBranch
{
    private readonly List<TagPiece> _pieces = [];
    private readonly StringBuilder _literal = new();
    private readonly StringBuilder _source = new();

    /// <summary>The pieces.</summary>
    public ValueList<TagPiece> Pieces
    {
        get
        {
            FlushLiteral();
            return ValueList.From(_pieces);
        }
    }

    /// <summary>fluentd's regular expression.</summary>
    public string Source => _source.ToString();

    /// <summary>That expression as a text to match.</summary>
    public ValueList<TagPiece> SourceAsText => _source.Length == 0 ? ValueList<TagPiece>.Empty : ValueList.From<TagPiece>([new TagPiece.Literal(Source)]);

    public void Add(char c)
    {
        _literal.Append(c);
        _source.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? "" : "\\").Append(c);
    }

    public void AddEscaped(char c)
    {
        _literal.Append(c);
        _source.Append(RubyRegexp.Escape(c.ToString()));
    }

    public void Add(TagPiece piece, string source)
    {
        FlushLiteral();
        _pieces.Add(piece);
        _source.Append(source);
    }

    private void FlushLiteral()
    {
        if (_literal.Length > 0) _pieces.Add(new TagPiece.Literal(_literal.ToString()));
        _literal.Clear();
    }
}
