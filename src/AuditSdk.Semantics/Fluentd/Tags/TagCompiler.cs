namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>Makes the language of an expression from its end to its beginning: what looks ahead is a condition on the language of the rest.</summary>
internal sealed class TagCompiler(TagTerms terms)
{
    // Characters of an item that is repeated, each repetition counted: terms are made by recursion over them.
    private const int MostCopies = 2_000;

    // The language of a rest of the tag, where the rest is the whole tag and where something is before it.
    private readonly record struct Rest(TagTerm AtStart, TagTerm Behind);

    /// <summary>The language of an expression; null where it cannot be one: looking ahead inside a repetition, or too many repetitions.</summary>
    public TagTerm? Compile(TagExpression expression) => Before(expression, new Rest(terms.Empty, terms.Empty))?.AtStart;

    private Rest? Before(TagExpression expression, Rest rest) => expression switch
    {
        TagExpression.One one => Then(terms.One(one.Set), rest),
        TagExpression.Row row => Row(row.Items, rest),
        TagExpression.Choice choice => Choice(choice.Items, rest),
        TagExpression.Repeat repeat => Repeat(repeat, rest),
        TagExpression.Ahead ahead => Ahead(ahead, rest),
        TagExpression.Start => new Rest(rest.AtStart, terms.None),
        TagExpression.End => new Rest(terms.And([rest.AtStart, terms.Empty]), terms.And([rest.Behind, terms.Empty])),
        _ => null,
    };

    private Rest Then(TagTerm term, Rest rest)
    {
        TagTerm behind = terms.Then(term, rest.Behind);
        if (rest.AtStart == rest.Behind || !term.IsNullable) return new Rest(behind, behind);
        TagTerm some = terms.Then(terms.And([term, terms.Not(terms.Empty)]), rest.Behind);
        return new Rest(terms.Or([rest.AtStart, some]), behind);
    }

    private Rest? Row(IReadOnlyList<TagExpression> items, Rest rest)
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            if (Before(items[i], rest) is not { } before) return null;
            rest = before;
        }

        return rest;
    }

    private Rest? Choice(IReadOnlyList<TagExpression> items, Rest rest)
    {
        List<Rest> choices = [];
        foreach (TagExpression item in items)
        {
            if (Before(item, rest) is not { } choice) return null;
            choices.Add(choice);
        }

        return new Rest(terms.Or(choices.Select(c => c.AtStart)), terms.Or(choices.Select(c => c.Behind)));
    }

    private Rest? Ahead(TagExpression.Ahead ahead, Rest rest)
    {
        if (Before(ahead.Item, new Rest(terms.All, terms.All)) is not { } seen) return null;
        return ahead.IsNegative
            ? new Rest(terms.And([rest.AtStart, terms.Not(seen.AtStart)]), terms.And([rest.Behind, terms.Not(seen.Behind)]))
            : new Rest(terms.And([rest.AtStart, seen.AtStart]), terms.And([rest.Behind, seen.Behind]));
    }

    private Rest? Repeat(TagExpression.Repeat repeat, Rest rest)
    {
        if (!IsPlain(repeat.Item) || Size(repeat) > MostCopies || Before(repeat.Item, new Rest(terms.Empty, terms.Empty))?.Behind is not { } item) return null;
        TagTerm all = repeat.Most < 0 ? terms.Star(item) : terms.Empty;
        for (int i = repeat.Least; i < repeat.Most; i++) all = terms.Or([terms.Empty, terms.Then(item, all)]);
        for (int i = 0; i < repeat.Least; i++) all = terms.Then(item, all);
        return Then(all, rest);
    }

    private static long Size(TagExpression expression) => expression switch
    {
        TagExpression.Row row => row.Items.Sum(Size),
        TagExpression.Choice choice => choice.Items.Sum(Size),
        TagExpression.Repeat repeat => Size(repeat.Item) * Math.Max(1, Math.Max(repeat.Least, repeat.Most)),
        _ => 1,
    };

    private static bool IsPlain(TagExpression expression) => expression switch
    {
        TagExpression.One => true,
        TagExpression.Row row => row.Items.All(IsPlain),
        TagExpression.Choice choice => choice.Items.All(IsPlain),
        TagExpression.Repeat repeat => IsPlain(repeat.Item),
        _ => false,
    };
}
