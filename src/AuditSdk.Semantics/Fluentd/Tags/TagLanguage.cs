namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>A set of tags that is a regular language. Both languages of an operation are of one <see cref="TagLanguages"/>.</summary>
public sealed class TagLanguage
{
    private readonly TagLanguages _languages;

    internal TagLanguage(TagLanguages languages, TagTerm term) => (_languages, Term) = (languages, term);

    internal TagTerm Term { get; }

    private TagTerms Terms => _languages.Terms;

    /// <summary>The tags of either.</summary>
    public TagLanguage Or(TagLanguage other) => new(_languages, Terms.Or([Term, TermOf(other)]));

    /// <summary>The tags of both.</summary>
    public TagLanguage And(TagLanguage other) => new(_languages, Terms.And([Term, TermOf(other)]));

    /// <summary>The tags of this one that are not of the other.</summary>
    public TagLanguage Except(TagLanguage other) => new(_languages, Terms.And([Term, Terms.Not(TermOf(other))]));

    /// <summary>A tag of this one with one of the other behind it: templates of new tags are put together so.</summary>
    public TagLanguage Then(TagLanguage other) => new(_languages, Terms.Then(Term, TermOf(other)));

    /// <summary>What stands behind a prefix in the tags that begin with it.</summary>
    internal TagLanguage Behind(string prefix) => new(_languages, prefix.Aggregate(Term, Terms.Step));

    /// <summary>True where the tag belongs to it.</summary>
    public bool Contains(string tag)
    {
        TagTerm at = Term;
        foreach (char c in tag)
        {
            if (at == Terms.None) return false;
            at = Terms.Step(at, c);
        }

        return at.IsNullable;
    }

    /// <summary>A tag of the language as short as there is, letters before other characters; or the proof that there is none.</summary>
    /// <param name="budget">The most steps to do, see <see cref="TagLanguages.Work"/>.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public TagExample ShortestExample(long budget, CancellationToken cancellation = default) => new TagSearch(Terms, budget, cancellation).Find(Term);

    private TagTerm TermOf(TagLanguage other)
        => ReferenceEquals(other._languages, _languages) ? other.Term : throw new ArgumentException("The languages are of two workbenches; make both with one TagLanguages.", nameof(other));
}

/// <summary>What a search for a tag found.</summary>
/// <param name="State">Whether there is a tag.</param>
/// <param name="Tag">The tag, where one was found.</param>
public readonly record struct TagExample(TagExampleState State, string? Tag);

/// <summary>Whether a language has a tag.</summary>
public enum TagExampleState
{
    /// <summary>The budget ended before the answer.</summary>
    Undecided,

    /// <summary>There is none, for certain.</summary>
    Empty,

    /// <summary>There is one.</summary>
    Found,
}
