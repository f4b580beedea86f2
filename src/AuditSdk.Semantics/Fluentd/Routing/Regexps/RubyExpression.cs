namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

/// <summary>A regular expression of Ruby, read.</summary>
internal abstract record RubyExpression
{
    /// <summary>The number of characters that it takes where that is always the same, else null: what a look behind must have.</summary>
    public virtual int? Width => null;

    public sealed record One(RuneSet Set, bool IgnoresCase) : RubyExpression
    {
        public override int? Width => 1;
    }

    public sealed record Row(IReadOnlyList<RubyExpression> Items) : RubyExpression
    {
        public override int? Width => Items.Aggregate((int?)0, (sum, i) => sum + i.Width);
    }

    public sealed record Choice(IReadOnlyList<RubyExpression> Items) : RubyExpression
    {
        public override int? Width => Items.Select(i => i.Width).Distinct().Count() == 1 ? Items[0].Width : null;
    }

    /// <summary>Repetition; <paramref name="Most"/> is -1 for no end.</summary>
    public sealed record Repeat(RubyExpression Item, int Least, int Most, bool IsLazy) : RubyExpression
    {
        public override int? Width => Least == Most ? Item.Width * Least : null;
    }

    public sealed record Group(RubyExpression Item, int Number) : RubyExpression
    {
        public override int? Width => Item.Width;
    }

    /// <summary>Takes what the inside takes first, and never tries again: possessive repetition too.</summary>
    public sealed record Atomic(RubyExpression Item) : RubyExpression
    {
        public override int? Width => Item.Width;
    }

    public sealed record Look(RubyExpression Item, bool IsBehind, bool IsNegative) : RubyExpression
    {
        public override int? Width => 0;
    }

    public sealed record BackReference(int Number) : RubyExpression;

    public sealed record Assertion(RubyAssertion Kind) : RubyExpression
    {
        public override int? Width => 0;
    }
}

/// <summary>What a place of a text must be.</summary>
internal enum RubyAssertion
{
    TextStart,
    TextEnd,
    TextEndOrLastLineFeed,
    LineStart,
    LineEnd,
    WordBoundary,
    NoWordBoundary,
}
