using System.Globalization;
using System.Numerics;
using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Values;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Values;

public class FluentdTypeTests
{
    private static readonly IReadOnlyList<JsonElement> Recorded = ConfVectors.Read("values.json", "typed");

    public static TheoryData<int, string, string> Vectors
    {
        get
        {
            TheoryData<int, string, string> vectors = [];
            for (int i = 0; i < Recorded.Count; i++) vectors.Add(i, Recorded[i].GetProperty("type").GetString()!, Recorded[i].GetProperty("literal").GetString()!);
            return vectors;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "xUnit1026", Justification = "They name the case.")]
    public void RecordedLiteral_IsReadAsFluentdReadsIt(int index, string type, string literal)
    {
        (string expected, string actual) = TypedVectors.Compared(Recorded[index]);

        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("size", "8m", true)]
    [InlineData("size", "8MiB", true)]
    [InlineData("size", "1.5m", false)]
    [InlineData("size", "8 MB", false)]
    [InlineData("size", "-1k", false)]
    [InlineData("time", "10min", true)]
    [InlineData("time", "1.5", true)]
    [InlineData("time", "500ms", false)]
    [InlineData("time", "1h30m", false)]
    [InlineData("time", "1w", false)]
    [InlineData("integer", "-12", true)]
    [InlineData("integer", "0x1f", false)]
    [InlineData("integer", "", false)]
    [InlineData("float", "1e3", true)]
    [InlineData("float", "1.", false)]
    [InlineData("bool", "", true)]
    [InlineData("bool", "True", false)]
    [InlineData("bool", "# no", false)]
    [InlineData("regexp", "/a/im", true)]
    [InlineData("regexp", "/a", false)]
    [InlineData("regexp", "/a/x", false)]
    [InlineData("array", "a,b", true)]
    [InlineData("array", "a,", false)]
    [InlineData("hash", "a:1", true)]
    [InlineData("hash", "a", false)]
    public void TextThatFluentdBends_IsNotExact(string type, string text, bool isExact) => Assert.Equal(isExact, new FluentdType(type).Read(text, "p").IsExact);

    [Theory]
    [InlineData("array", "[1", "unexpected token at '[1'")]
    [InlineData("array", "[1] x", "unexpected token at '[1] x'")]
    [InlineData("hash", "a:1,,b:2", "invalid number of elements (0 for 1..2)")]
    [InlineData("regexp", "/abc", "invalid regexp: missing right slash: /abc")]
    [InlineData("regexp", "a)", "unmatched close parenthesis: /a)/")]
    [InlineData("regexp", "[a", "premature end of char-class: /[a/")]
    [InlineData("regexp", "[a(]\\)(?x) # (", null)]
    public void TextThatFluentdRefuses_HasItsMessage(string type, string text, string? error) => Assert.Equal(error, new FluentdType(type).Read(text, "p").Error);

    [Fact]
    public void ElementsOfOtherTypes_AreConverted()
    {
        FluentdReading reading = new FluentdType("array") { Element = new FluentdType("string") }.Read("[1, 2.50, null, [\"a\"], {\"b\": 1e20}]", "p");

        Assert.Equal(["1", "2.5", null, "[\"a\"]", "{\"b\"=>1.0e+20}"], Assert.IsType<FluentdDatum.List>(reading.Value).Items.Select(i => (i as FluentdDatum.Text)?.Value));
        Assert.Equal("undefined method `to_i' for true:TrueClass", new FluentdType("array") { Element = new FluentdType("integer") }.Read("[true]", "p").Error);
    }

    [Theory]
    [InlineData("array", "[\"a\", true]", "can't modify frozen String: \"true\"")]
    [InlineData("hash", "{\"a\": false}", "can't modify frozen String: \"false\"")]
    public void TrueAmongTexts_IsRefusedAsRubyDoes(string type, string literal, string error)
        => Assert.Equal(error, new FluentdType(type) { Element = new FluentdType("string") }.Read(literal, "p").Error);

    [Fact]
    public void AnyText_IsReadOrRefused()
    {
        string[] types = ["string", "integer", "float", "size", "time", "bool", "enum", "array", "hash", "regexp"];
        Gen<string> text = Gen.OneOf(Gen.Char["09az_.+-eExkKmMgtshd \t,:/[]{}()\"\\u#"].Array[0, 12].Select(c => new string(c)), Gen.String[0, 12]);
        Gen.Select(Gen.Int[0, types.Length - 1], text).Sample(
            (type, text) =>
            {
                FluentdReading reading = new FluentdType(types[type]).Read(text, "p");
                Assert.True(reading.Error is null || (reading.Value is null && !reading.IsExact));
                if (reading is { IsExact: true, Value: FluentdDatum.Integer { Value: var number } } && types[type] == "integer") Assert.Equal(number, BigInteger.Parse(text.Trim().Replace("_", "", StringComparison.Ordinal).Replace("0d", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            },
            iter: 20_000);
    }
}
