using System.Globalization;
using System.Numerics;
using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
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
    public void RecordedLiteral_IsReadAsFluentdReadsIt(int index, string type, string literal)
    {
        JsonElement vector = Recorded[index];
        string? error = vector.TryGetProperty("error", out JsonElement message) ? message.GetString()!.Split(": ", 2)[1] : null;
        ConfParseResult parsed = ConfParser.Parse($"<x>\n  p {literal}\n</x>\n", "f");
        if (parsed.Error is { } refused)
        {
            Assert.Equal(error, refused.FluentdMessage);
            return;
        }

        string? text = Evaluated(parsed.Root!.Elements.Single().Parameters.Single().Value);
        FluentdReading reading = text is null ? default : Of(vector, type).Read(text, "p");

        string? refusal = text is null ? "'p' doesn't have default value" : reading.Error ?? (reading.Value is null ? FluentdReading.NilRefused("p") : null);
        Assert.Equal(error, refusal);
        if (error is null) Assert.Equal(Shown(vector.GetProperty("value"), vector.GetProperty("class").GetString()!), Shown(reading.Value));
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
        FluentdReading reading = new FluentdType("array") { Element = new FluentdType("string") }.Read("[1, 2.50, null, true, [\"a\"], {\"b\": 1e20}]", "p");

        Assert.Equal(["1", "2.5", null, "true", "[\"a\"]", "{\"b\"=>1.0e+20}"], Assert.IsType<FluentdDatum.List>(reading.Value).Items.Select(i => (i as FluentdDatum.Text)?.Value));
        Assert.Equal("undefined method `to_i' for true:TrueClass", new FluentdType("array") { Element = new FluentdType("integer") }.Read("[true]", "p").Error);
    }

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

    private static FluentdType Of(JsonElement vector, string type)
    {
        JsonElement options = vector.TryGetProperty("options", out JsonElement given) ? given : default;
        return new FluentdType(type)
        {
            Values = options.ValueKind == JsonValueKind.Object && options.TryGetProperty("list", out JsonElement list) ? ValueList.From(list.EnumerateArray().Select(v => v.GetString()!)) : ValueList<string>.Empty,
            Element = options.ValueKind == JsonValueKind.Object && options.TryGetProperty("value_type", out JsonElement element) ? new FluentdType(element.GetString()!) : null,
        };
    }

    // The Ruby that occurs in the vectors.
    private static string? Evaluated(FluentdValue value) => value.Parts![0] switch
    {
        { IsRuby: true, Text: "use_default" } => null,
        { IsRuby: true, Text: "true" } => "true",
        { IsRuby: true, Text: "/a/" } => "(?-mix:a)",
        { IsRuby: true } part => throw new NotSupportedException(part.Text),
        _ => value.Literal,
    };

    private static string Shown(FluentdDatum? datum) => datum switch
    {
        null => "null",
        FluentdDatum.Boolean boolean => boolean.Value ? "true" : "false",
        FluentdDatum.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FluentdDatum.Float number => number.Value.ToString("0.0###", CultureInfo.InvariantCulture),
        FluentdDatum.Text text => JsonSerializer.Serialize(text.Value),
        FluentdDatum.Regexp regexp => $"/{regexp.Pattern}/{regexp.Options}",
        FluentdDatum.List list => $"[{string.Join(",", list.Items.Select(Shown))}]",
        FluentdDatum.Map map => $"{{{string.Join(",", map.Items.Select(i => $"{JsonSerializer.Serialize(i.Key)}:{Shown(i.Value)}"))}}}",
        _ => throw new NotSupportedException(),
    };

    private static string Shown(JsonElement value, string type) => type switch
    {
        "Regexp" => $"/{value.GetProperty("regexp").GetString()}/{value.GetProperty("options")}",
        "Float" => value.GetDouble().ToString("0.0###", CultureInfo.InvariantCulture),
        "Array" or "Hash" => Shown(value),
        _ => value.ValueKind == JsonValueKind.String ? JsonSerializer.Serialize(value.GetString()) : value.GetRawText(),
    };

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Shown))}]",
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().Select(i => $"{JsonSerializer.Serialize(i.Name)}:{Shown(i.Value)}"))}}}",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        _ => value.GetRawText(),
    };
}
