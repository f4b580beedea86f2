using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>A piece of a glob for tags.</summary>
public abstract record TagPiece
{
    private protected TagPiece()
    {
    }

    /// <summary>These characters.</summary>
    public sealed record Literal(string Text) : TagPiece;

    /// <summary><c>*</c>: anything without a dot, nothing included.</summary>
    public sealed record AnyOfPart : TagPiece;

    /// <summary><c>**</c>: anything, dots and nothing included.</summary>
    /// <param name="IsDotBefore">A dot was written before it: what is matched here is nothing or begins with a dot.</param>
    /// <param name="IsDotBehind">A dot is written behind it: what is matched here ends with a dot, or is nothing at the beginning of the tag.</param>
    public sealed record AnyDepth(bool IsDotBefore, bool IsDotBehind) : TagPiece;

    /// <summary><c>{a,b}</c>: one of them.</summary>
    public sealed record OneOf(ValueList<ValueList<TagPiece>> Branches) : TagPiece;
}

/// <summary>One of the patterns of a match argument.</summary>
/// <param name="Text">As written.</param>
public abstract record TagAlternative(string Text);

/// <summary>A glob.</summary>
/// <param name="Text">As written.</param>
/// <param name="Pieces">Its pieces, in order.</param>
public sealed record TagGlob(string Text, ValueList<TagPiece> Pieces) : TagAlternative(Text);

/// <summary>A regular expression of Ruby; fluentd reads it since 1.11.2.</summary>
/// <param name="Text">As written, with its slashes.</param>
/// <param name="Pattern">Without them.</param>
public sealed record TagRegexp(string Text, string Pattern) : TagAlternative(Text)
{
    /// <summary>The expression that fluentd searches a tag for: an alternation at its top level is bound to the tag's beginning or end by its outermost branches only.</summary>
    public string Anchored => $@"\A{Pattern}\Z";
}
