namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>A glob or regular expression before it becomes a language: what both are made of.</summary>
internal abstract record TagExpression
{
    /// <summary>One character of a set.</summary>
    public sealed record One(CharSet Set) : TagExpression;

    /// <summary>One after the other.</summary>
    public sealed record Row(IReadOnlyList<TagExpression> Items) : TagExpression;

    /// <summary>One of them.</summary>
    public sealed record Choice(IReadOnlyList<TagExpression> Items) : TagExpression;

    /// <summary>Many times; -1 for no end.</summary>
    public sealed record Repeat(TagExpression Item, int Least, int Most) : TagExpression;

    /// <summary>What follows here begins so, or does not.</summary>
    public sealed record Ahead(TagExpression Item, bool IsNegative) : TagExpression;

    /// <summary>The tag begins here.</summary>
    public sealed record Start : TagExpression;

    /// <summary>The tag ends here.</summary>
    public sealed record End : TagExpression;

    public static TagExpression Text(string text) => new Row([.. text.Select(c => new One(CharSet.Of(c)))]);

    public static TagExpression Any(CharSet set) => new Repeat(new One(set), 0, -1);

    /// <summary>The tag ends here, or with the line feed here: Ruby's <c>\Z</c>.</summary>
    public static TagExpression EndOrLastLineFeed { get; } = new Ahead(new Choice([new End(), new Row([new One(CharSet.Of('\n')), new End()])]), IsNegative: false);

    /// <summary>The tag or a line of it ends here: Ruby's <c>$</c>.</summary>
    public static TagExpression EndOfLine { get; } = new Ahead(new Choice([new End(), new One(CharSet.Of('\n'))]), IsNegative: false);

    /// <summary>The expression of one pattern of a match argument, or null where only Ruby can read it.</summary>
    public static TagExpression? Of(TagAlternative alternative)
    {
        // "**" alone is no expression to fluentd: it takes tags with line feeds too.
        if (alternative is TagGlob glob) return glob.Text == "**" ? Any(CharSet.All) : new Row([Of(glob.Pieces), EndOrLastLineFeed, Any(CharSet.All)]);

        // fluentd puts \A and \Z around it and searches: of "a|b" the one binds the first only, the other the second.
        TagExpression? regexp = TagRegexpParser.Parse(((TagRegexp)alternative).Anchored);
        return regexp is null ? null : new Row([Any(CharSet.All), regexp, Any(CharSet.All)]);
    }

    private static TagExpression Of(IEnumerable<TagPiece> pieces) => new Row([.. pieces.Select(Of)]);

    private static TagExpression Of(TagPiece piece) => piece switch
    {
        TagPiece.Literal literal => Text(literal.Text),
        TagPiece.AnyOfPart => Any(CharSet.NoDot),
        TagPiece.AnyDepth depth => new Row([.. depth.IsDotBefore ? [DotOrEnd] : Array.Empty<TagExpression>(), depth.IsDotBehind ? ToDotOrStart : Any(CharSet.NoLineFeed)]),
        TagPiece.OneOf choice => new Choice([.. choice.Branches.Select(Of)]),
        _ => throw new NotSupportedException(piece.GetType().Name),
    };

    private static TagExpression DotOrEnd => new Ahead(new Choice([new End(), new One(CharSet.Of('.'))]), IsNegative: false);

    private static TagExpression ToDotOrStart => new Choice([new Row([Any(CharSet.NoLineFeed), new One(CharSet.Of('.'))]), new Start()]);
}
