using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

public sealed class RubyRegexpTests
{
    [Theory]
    [InlineData("^(.+)$", "x\ny", "x")] // lines, not the text
    [InlineData("^(.+)", "\nx", "x")]
    [InlineData(@"\A(.+)\z", "x\ny", null)]
    [InlineData(@"(.)\Z", "x\n", "x")]
    [InlineData("x\n^()", "x\n", null)] // no line begins at the end
    [InlineData("(?m)(x.y)", "x\ny", "x\ny")]
    [InlineData("(?i)(ab)", "xAB", "AB")]
    [InlineData("(?i:a)(b)", "Ab", "b")]
    [InlineData("(?i:a)(b)", "AB", null)]
    [InlineData("x(?i)a|(b)", "xB", "B")] // the option reaches over the alternatives
    [InlineData("(a++)b", "aab", "aa")]
    [InlineData("(a++)ab", "aab", null)]
    [InlineData("(?>a|ab)(c)", "abc", null)]
    [InlineData("(a{,2})b", "aaab", "aa")]
    [InlineData("(a{2}+)", "aaaaa", "aaaa")] // repeats the pair, possesses nothing
    [InlineData("(a{1,3}?)", "aaa", "a")]
    [InlineData(@"(\h+)", "xyzBEEF", "BEEF")]
    [InlineData(@"(\w+)", "é_a", "_a")] // ASCII
    [InlineData(@"\b(a)", "éa", null)] // not ASCII
    [InlineData(@"(\s)", "\v", "\v")]
    [InlineData("([[:digit:]&&[^5]]+)", "5678", "678")]
    [InlineData("([^a[bc]]+)", "abcd", "d")]
    [InlineData("([]a]+)", "]a", "]a")]
    [InlineData("(?<n>a)(b)", "ab", "a")] // beside a name the other does not count
    [InlineData(@"(a)\1b", "aab", "a")]
    [InlineData("(?<=x)(a)", "xa", "a")]
    [InlineData("(?<!x|yy)(a)", "yya", null)]
    [InlineData("(?=a)(.)", "ba", "a")]
    [InlineData("(a)(?#no more)", "a", "a")]
    [InlineData("(日.)", "日😀x", "日😀")]
    [InlineData("(a|ab)(c|bcd)(d*)", "abcd", "a")]
    [InlineData("(a*)*", "b", "")]
    [InlineData("(?:a|())*b", "aab", "")]
    [InlineData("({)", "{", "{")]
    [InlineData("", "x", null)]
    public void Pattern_MatchesAsInRuby(string pattern, string text, string? first)
    {
        RubyMatch? match = new RubyRegexp(pattern).Match(text);
        Assert.Equal(first, match?.Groups.FirstOrDefault());
    }

    [Theory]
    [InlineData(@"\p{Alpha}")]
    [InlineData("(?x) a")]
    [InlineData(@"(?<a>b)\g<a>")]
    [InlineData("(a)?(?(1)b|c)")]
    [InlineData("(?~a)")]
    [InlineData(@"\K")]
    [InlineData(@"a\R")]
    [InlineData("a{2}?")]
    [InlineData(@"\2(a)")]
    [InlineData("*a")]
    [InlineData("(?:(?:(?:a{900}){900}){900})")]
    [InlineData("(?:(?:(?:){900}){900}){900}")]
    public void PatternThatOnlyRubyReads_IsNotDecided(string pattern)
    {
        Assert.False(new RubyRegexp(pattern).IsDecidable);
        Assert.Throws<UndecidedException>(() => new RubyRegexp(pattern).Match("a"));
    }

    [Theory]
    [InlineData("(?i)k", "\u212a")] // the sign for Kelvin is a k
    [InlineData("(?i)ss", "ß")]
    [InlineData("[[:alpha:]]", "é")]
    public void TextBeyondAscii_IsNotDecidedWhereRubysTablesCount(string pattern, string text) => Assert.Throws<UndecidedException>(() => new RubyRegexp(pattern).Match(text));

    [Theory]
    [InlineData("(a*)*b")]
    [InlineData("(a|a)*b")]
    [InlineData("(a|aa)+$b")]
    [InlineData("a*a*a*a*a*a*b")]
    public void HostilePattern_EndsUndecided(string pattern) => Assert.Throws<UndecidedException>(() => new RubyRegexp(pattern).Match(new string('a', 5_000)));

    [Fact]
    public void LongTextAndDeepPattern_NeedNoStack()
    {
        Assert.NotNull(new RubyRegexp("(?:a|b)*c").Match(string.Concat(Enumerable.Repeat("ab", 100_000)) + "c"));
        Assert.False(new RubyRegexp(new string('(', 1_000) + new string(')', 1_000)).IsDecidable);
    }

    // What both read alike: characters, classes, groups, alternatives, repetition.
    [Fact]
    public void PlainPattern_MatchesAsInDotNet()
    {
        Gen<string> atom = OneOf("a", "b", ".", "[ab]", "[^a]", "(a|b)", "(ab)", "(?:b)", "(a)?", "(?=a)", "(?!b)", "\\w", "(a|)");
        Gen<string> item = Gen.Select(atom, OneOf("", "", "", "*", "+", "?", "*?", "{1,2}")).Select((a, r) => a.StartsWith("(?=", StringComparison.Ordinal) || a.StartsWith("(?!", StringComparison.Ordinal) || a.EndsWith('?') || a == "(a|)" ? a : a + r);
        Gen<string> pattern = item.Array[1, 5].Select(string.Concat);
        Gen.Select(pattern, pattern, OneOf("a", "b", "c", " ").Array[0, 8].Select(string.Concat)).Sample((left, right, text) =>
        {
            string both = left + "|" + right;
            System.Text.RegularExpressions.Match expected = Regex.Match(text, both, RegexOptions.CultureInvariant);
            RubyMatch? actual = new RubyRegexp(both).Match(text);
            Assert.Equal(expected.Success, actual is not null);
            if (actual is null) return;
            Assert.Equal(expected.Index, actual.Start);
            Assert.Equal(expected.Index + expected.Length, actual.End);
            Assert.Equal(expected.Groups.Values.Skip(1).Select(g => g.Success ? g.Value : null), actual.Groups);
        }, iter: 10_000);
    }

    [Fact]
    public void AnyPattern_GivesAnAnswer()
        => Gen.Select(Gen.Char["ab()[]{}|*+?.^$\\-:=!<>#&,0123ikmnx'é\n"].Array[0, 12], Gen.Char["ab0\né"].Array[0, 10]).Sample((pattern, text) =>
        {
            try
            {
                new RubyRegexp(new string(pattern)).Match(new string(text));
            }
            catch (UndecidedException)
            {
                // An answer too.
            }
        }, iter: 50_000);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
