namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>
/// A workbench for sets of tags: languages of one can be combined, and what was worked out for one serves the others. Not for several threads at a time. A tag is any text
/// without a line feed; regular expressions see characters above U+FFFF as two.
/// </summary>
public sealed class TagLanguages
{
    internal TagTerms Terms { get; } = new();

    /// <summary>Every tag, the empty one included.</summary>
    public TagLanguage Any => new(this, Terms.All);

    /// <summary>No tag.</summary>
    public TagLanguage None => new(this, Terms.None);

    /// <summary>Steps done so far: the unit of every budget.</summary>
    public long Work => Terms.Work;

    /// <summary>One tag.</summary>
    public TagLanguage Tag(string tag) => new(this, Literal(tag, Terms.Empty));

    /// <summary>Every tag that begins so.</summary>
    public TagLanguage StartingWith(string prefix) => new(this, Literal(prefix, Terms.All));

    /// <summary>Every text without a dot: what a part of a tag can be, the empty one included.</summary>
    public TagLanguage AnyPart => new(this, Terms.Star(Terms.One(CharSet.NoDot)));

    /// <summary>The tags that a pattern of a match argument takes; null where a regular expression in it can only be read by Ruby.</summary>
    public TagLanguage? Of(TagPattern pattern)
    {
        List<TagTerm> terms = [];
        foreach (TagAlternative alternative in pattern.Alternatives)
        {
            if (Of(alternative) is not { } language) return null;
            terms.Add(language.Term);
        }

        return new(this, Terms.Or(terms));
    }

    /// <summary>The tags of any of several: of many at once a tree is made, of which a tag walks one branch.</summary>
    internal TagLanguage AnyOf(IEnumerable<TagLanguage> languages) => new(this, Terms.Or(languages.Select(static l => l.Term)));

    internal TagLanguage? Of(TagAlternative alternative)
        => TagExpression.Of(alternative) is { } expression && new TagCompiler(Terms).Compile(expression) is { } term ? new(this, term) : null;

    private TagTerm Literal(string text, TagTerm rest)
    {
        for (int i = text.Length - 1; i >= 0; i--) rest = Terms.Then(Terms.One(CharSet.Of(text[i])), rest);
        return rest;
    }
}
