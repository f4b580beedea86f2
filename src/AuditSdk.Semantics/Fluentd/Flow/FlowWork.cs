using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>The workbench of an analysis, and what it may cost: over the budget every question is undecided.</summary>
internal sealed class FlowWork(long budget, CancellationToken cancellation)
{
    // A set of more tags than this is treated as a language only.
    private const int MostWords = 16;

    private TagLanguage? _words;

    public TagLanguages Languages { get; } = new();

    public CancellationToken Cancellation => cancellation;

    /// <summary>What people name things: letters, digits, '_' and '-', at least one. A field or a file may hold anything, but an example should be one that is likely.</summary>
    public TagLanguage Words => _words ??= Languages.Of(TagPattern.Parse("/[a-zA-Z0-9_-]+/", out _)!)!;

    /// <summary>A tag of a language, or that there is none, or undecided.</summary>
    public TagExample Example(TagLanguage language)
    {
        cancellation.ThrowIfCancellationRequested();
        long left = budget - Languages.Work;
        return left <= 0 ? new TagExample(TagExampleState.Undecided, null) : language.ShortestExample(left, cancellation);
    }

    /// <summary>A tag of a language; null where there is none, or none was found.</summary>
    public string? TagOf(TagLanguage language) => Example(language).Tag;

    /// <summary>True where a language certainly has no tag.</summary>
    public bool IsEmpty(TagLanguage language) => Example(language).State == TagExampleState.Empty;

    /// <summary>True where every tag of one language is certainly in another.</summary>
    public bool IsPart(TagLanguage language, TagLanguage of) => language.Term == of.Term || IsEmpty(language.Except(of));

    /// <summary>All tags of a language where they are few; else null.</summary>
    public IReadOnlyList<string>? WordsOf(TagLanguage language, int most = MostWords)
    {
        if (language.Term == Languages.Any.Term) return null;
        List<string> words = [];
        while (true)
        {
            TagExample example = Example(language);
            if (example.State == TagExampleState.Empty) return words;
            if (example.State == TagExampleState.Undecided || words.Count == most) return null;
            words.Add(example.Tag!);
            language = language.Except(Languages.Tag(example.Tag!));
        }
    }
}
