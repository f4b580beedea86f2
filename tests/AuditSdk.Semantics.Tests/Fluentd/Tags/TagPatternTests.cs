using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Tags;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Tags;

public class TagPatternTests
{
    [Fact]
    public void RecordedPairs_MatchAsInFluentd()
    {
        Dictionary<string, TagPattern> patterns = [];
        List<string> differences = [];
        IReadOnlyList<JsonElement> pairs = ConfVectors.Read("match.json", "cases");
        foreach (JsonElement pair in pairs)
        {
            string text = pair.GetProperty("pattern").GetString()!;
            string tag = pair.GetProperty("tag").GetString()!;
            if (!patterns.TryGetValue(text, out TagPattern? pattern)) patterns.Add(text, pattern = TagPattern.Parse(text, out _)!);
            bool expected = pair.GetProperty("match").GetBoolean();
            if (pattern.Matches(tag) != expected) differences.Add($"'{text}' and '{tag}': expected {expected}");
        }

        Assert.Empty(differences);
        Assert.Equal(5070, pairs.Count);
    }

    [Fact]
    public void RecordedErrors_AreRefusedWithFluentdsMessage()
    {
        foreach (JsonElement refusal in ConfVectors.Read("match.json", "errors"))
        {
            Assert.Null(TagPattern.Parse(refusal.GetProperty("pattern").GetString()!, out string? error));
            Assert.Equal(refusal.GetProperty("error").GetString(), "Fluent::ConfigError: " + error);
        }
    }

    [Theory]
    [InlineData("", "a.b", true)] // nothing is "**"
    [InlineData(" ", "", false)] // blanks are no pattern
    [InlineData(" a", "", true)] // Ruby's split leaves an empty text in front
    [InlineData("\\*", "*", true)]
    [InlineData("a\\", "a", true)]
    [InlineData("/^audit\\.(prod|test)\\.[a-z0-9-]{1,63}$/", "audit.prod.kube-system", true)]
    [InlineData("/^audit\\.(prod|test)\\.[a-z0-9-]{1,63}$/", "audit.dev.kube-system", false)]
    [InlineData("/a|b/", "ax", true)] // \Aa|b\Z
    [InlineData("/a|b/", "xb", true)]
    [InlineData("/a|b/", "xa", false)]
    [InlineData("/audit\\.(?!kube-).*/", "audit.kube-system", false)]
    [InlineData("/audit\\.(?!kube-).*/", "audit.default", true)]
    [InlineData("/(?<first>\\w+)\\.\\d{2,}/", "a_1.23", true)]
    [InlineData("/[^.\\d]+?/", "a1", false)]
    [InlineData("//", "", true)]
    [InlineData("/", "", true)]
    [InlineData("/日本?/", "日", true)]
    [InlineData("/a\\bb/", "ab", null)]
    [InlineData("/(a)\\1/", "aa", null)]
    [InlineData("/(?<=a)b/", "b", null)]
    [InlineData("/a++/", "a", null)]
    [InlineData("/a\\b/ b", "b", true)]
    public void Tag_MatchesOrNot(string argument, string tag, bool? expected) => Assert.Equal(expected, TagPattern.Parse(argument, out _)!.Matches(tag));

    [Theory]
    [InlineData("/(/", "end pattern with unmatched parenthesis: /\\A(\\Z/")]
    [InlineData("/a", "invalid match - regex")]
    public void RegexpThatRubyRefuses_IsRefused(string argument, string message)
    {
        Assert.Null(TagPattern.Parse(argument, out string? error));
        Assert.Equal(message, error);
    }

    [Fact]
    public void SlashesBeforeFluentd1112_AreCharacters()
    {
        TagPattern pattern = TagPattern.Parse("/a", out string? error, readsRegexps: false)!;

        Assert.Null(error);
        Assert.True(pattern.Matches("/a"));
    }

    [Fact]
    public void Glob_KeepsItsPieces()
    {
        TagPattern pattern = TagPattern.Parse("a.**.{b,c*}.d.", out _)!;

        TagGlob glob = Assert.IsType<TagGlob>(Assert.Single(pattern.Alternatives));
        ValueList<TagPiece> choice = [new TagPiece.OneOf([[new TagPiece.Literal("b")], [new TagPiece.Literal("c"), new TagPiece.AnyOfPart()]])];
        Assert.Equal([new TagPiece.Literal("a"), new TagPiece.AnyDepth(true, true), .. choice, new TagPiece.Literal(".d")], glob.Pieces);
    }

    [Fact]
    public void AnyGlob_MatchesLikeTheExpressionThatFluentdMakesOfIt()
        => Gen.Select(TagGen.Glob, TagGen.Tag).Sample((glob, tag) => Assert.Equal(TagGen.AsFluentd(glob).IsMatch(tag), TagPattern.Parse(glob, out _)!.Matches(tag)), iter: 20_000);

    [Theory]
    [InlineData("{")]
    [InlineData("**a")]
    [InlineData("*a")]
    [InlineData("aa")]
    public void EndlessPattern_IsRefusedNotCrashed(string piece)
    {
        Assert.Null(TagPattern.Parse(string.Concat(Enumerable.Repeat(piece, 100_000)), out string? error));
        Assert.StartsWith("invalid match - ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void LargePatterns_AreMatched()
    {
        string[] namespaces = [.. Enumerable.Range(0, 2_000).Select(i => $"namespace-{i}")];
        TagPattern choice = TagPattern.Parse($"audit.{{{string.Join(',', namespaces)}}}.**", out _)!;
        Assert.All(namespaces, n => Assert.True(choice.Matches($"audit.{n}.x")));
        Assert.False(choice.Matches("audit.namespace-2000.x"));
        Assert.True(TagPattern.Parse(string.Join(' ', Enumerable.Range(1, 300).Select(i => new string('a', i))), out _)!.Matches(new string('a', 299)));
        Assert.False(TagPattern.Parse(string.Concat(Enumerable.Repeat("**a", 100)), out _)!.Matches(new string('a', 99)));
        Assert.Null(TagPattern.Parse("/(" + new string('a', 10_000) + ")*/", out _)!.Matches("a"));
        Assert.Null(TagPattern.Parse("/((a{100}){100}){100}/", out _)!.Matches("a"));
    }
}
