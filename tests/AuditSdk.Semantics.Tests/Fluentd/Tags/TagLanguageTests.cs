using AuditSdk.Semantics.Fluentd.Tags;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Tags;

public class TagLanguageTests
{
    private const long Enough = 1_000_000;

    // The characters that the globs name, and one that stands for all others.
    private static readonly string[] ShortTags = [.. TagGen.AllTags("ab.*,}c", 4)];

    // A set of tags said twice: as a language, and as a question that globs answer.
    private delegate TagLanguage Build(TagLanguages languages);

    private static Gen<(Build Language, Func<string, bool> Has)> Sets(int depth)
    {
        Gen<(Build, Func<string, bool>)> leaf = Gen.Frequency(
            (4, TagGen.Glob.Select(g => Glob(g))),
            (1, Gen.Char["ab."].Array[0, 3].Select(c => Tag(new string(c)))),
            (1, Gen.Char["ab."].Array[0, 2].Select(c => StartingWith(new string(c)))));
        return depth == 0 ? leaf : Gen.Frequency((1, leaf), (3, Gen.Select(Gen.Int[0, 2], Sets(depth - 1), Sets(depth - 1), Combined)));
    }

    [Fact]
    public void ShortestExample_IsTheShortestTag_OrThereIsNone()
    {
        int empty = 0;
        Sets(3).Sample(
            set =>
            {
                TagLanguages languages = new();
                TagLanguage language = set.Language(languages);
                TagExample example = language.ShortestExample(Enough);
                string? shortest = ShortTags.FirstOrDefault(set.Has);
                Assert.NotEqual(TagExampleState.Undecided, example.State);
                Assert.Equal(example.State == TagExampleState.Found, example.Tag is not null);
                if (example.Tag is null) Interlocked.Increment(ref empty);
                if (example.Tag is { } tag) Assert.True(set.Has(tag) && language.Contains(tag));
                if (example.Tag is null) Assert.Null(shortest);
                else if (shortest is null) Assert.True(example.Tag.Length > 4 || HasOtherCharacters(example.Tag));
                else Assert.True(example.Tag.Length == shortest.Length || (example.Tag.Length < shortest.Length && HasOtherCharacters(example.Tag)));
            },
            iter: 3_000);
        Assert.True(empty > 100);
    }

    // Expressions that fluentd takes for text, where a brace is never closed.
    private static bool HasOtherCharacters(string tag) => tag.Any(c => !ShortTags.Contains(c.ToString()));

    [Fact]
    public void Contains_AgreesWithTheSets()
        => Sets(2).Sample(
            set =>
            {
                TagLanguage language = set.Language(new TagLanguages());
                foreach (string tag in ShortTags.TakeWhile(t => t.Length < 4)) Assert.Equal(set.Has(tag), language.Contains(tag));
            },
            iter: 1_000);

    [Theory]
    [InlineData("audit.**", "audit", null)]
    [InlineData("audit.**", "audit.*", null)]
    [InlineData("audit.*", "audit.**", "audit")]
    [InlineData("audit audit.*", "audit.**", "audit..")]
    [InlineData("audit.a audit.b", "audit.{a,b}", null)]
    [InlineData("audit.a", "/^audit\\.[ab]$/", "audit.b")]
    [InlineData("/^audit\\.(?!kube-).*$/", "audit.*", "audit.kube-")]
    [InlineData("/a|b/", "b.*", "b.")]
    [InlineData("kubernetes.** fluent.**", "**", "")]
    [InlineData("**", "😀", null)]
    [InlineData("a", "😀", "😀")]
    public void MatchAfterOthers_HasAnExampleOfWhatIsLeft(string earlier, string match, string? example)
    {
        TagLanguages languages = new();

        TagExample left = Of(languages, match).Except(Of(languages, earlier)).ShortestExample(Enough);

        Assert.Equal(new TagExample(example is null ? TagExampleState.Empty : TagExampleState.Found, example), left);
    }

    [Fact]
    public void Template_IsALanguage()
    {
        TagLanguages languages = new();
        TagLanguage rewritten = languages.Tag("audit.").Then(languages.AnyPart);

        Assert.Equal(TagExampleState.Empty, rewritten.Except(Of(languages, "audit.*")).ShortestExample(Enough).State);
        Assert.Equal("audit.a", rewritten.Except(languages.Tag("audit.")).And(Of(languages, "audit.**")).ShortestExample(Enough).Tag);
    }

    [Fact]
    public void ThousandMatches_AreDecidedInFewSteps()
    {
        TagLanguages languages = new();
        TagLanguage source = languages.StartingWith("audit.");
        TagLanguage taken = languages.None;
        for (int i = 0; i < 1_000; i++)
        {
            TagLanguage match = Of(languages, i % 10 == 9 ? $"audit.ns{i - 1}" : $"audit.ns{i}.**");
            TagExample left = source.And(match).Except(taken).ShortestExample(Enough);
            Assert.Equal(i % 10 == 9 ? null : $"audit.ns{i}", left.Tag);
            taken = taken.Or(match);
        }

        Assert.InRange(languages.Work, 1_000, 400_000);
    }

    [Theory]
    [InlineData("**a")]
    [InlineData("**.a.**")]
    [InlineData("app.{a,b}.**")]
    [InlineData("/^x(a|b)*$/")]
    public void WhatIsTakenWithOthers_IsSeenToBeNothingWithoutASearch(string pattern)
    {
        TagLanguages languages = new();
        TagLanguage others = languages.AnyOf([Of(languages, "**b"), Of(languages, pattern), Of(languages, "app.c.**"), Of(languages, "/^xa*c/")]);

        Assert.Same(languages.None.Term, Of(languages, pattern).Except(others).Term);
        Assert.Same(languages.None.Term, Of(languages, pattern).Except(Of(languages, "**c")).Except(others).Term);
    }

    [Fact]
    public void BudgetThatEnds_IsNoAnswer()
    {
        TagLanguages languages = new();
        TagLanguage hard = Of(languages, "**a*******b").And(Of(languages, "*.*.*.*.*.*"));

        Assert.Equal(new TagExample(TagExampleState.Undecided, null), hard.ShortestExample(3));
        Assert.Equal(TagExampleState.Found, hard.ShortestExample(Enough).State);
    }

    [Fact]
    public void Cancellation_EndsTheSearch()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new TagLanguages().Any.ShortestExample(Enough, source.Token));
    }

    [Fact]
    public void LanguagesOfTwoWorkbenches_CannotMix() => Assert.Throws<ArgumentException>(() => new TagLanguages().Any.Or(new TagLanguages().None));

    private static TagLanguage Of(TagLanguages languages, string pattern) => languages.Of(TagPattern.Parse(pattern, out _)!)!;

    private static (Build Language, Func<string, bool> Has) Glob(string glob)
    {
        TagPattern pattern = TagPattern.Parse(glob, out _)!;
        return (languages => languages.Of(pattern)!, tag => pattern.Matches(tag)!.Value);
    }

    private static (Build Language, Func<string, bool> Has) Tag(string text) => (languages => languages.Tag(text), tag => tag == text);

    private static (Build Language, Func<string, bool> Has) StartingWith(string text) => (languages => languages.StartingWith(text), tag => tag.StartsWith(text, StringComparison.Ordinal));

    private static (Build Language, Func<string, bool> Has) Combined(int operation, (Build Language, Func<string, bool> Has) a, (Build Language, Func<string, bool> Has) b) => operation switch
    {
        0 => (languages => a.Language(languages).Or(b.Language(languages)), tag => a.Has(tag) || b.Has(tag)),
        1 => (languages => a.Language(languages).And(b.Language(languages)), tag => a.Has(tag) && b.Has(tag)),
        _ => (languages => a.Language(languages).Except(b.Language(languages)), tag => a.Has(tag) && !b.Has(tag)),
    };
}
