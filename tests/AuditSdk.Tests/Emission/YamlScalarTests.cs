using System.Globalization;
using System.Text.Json;
using AuditSdk.Emission;
using AuditSdk.Semantics.Documents;
using AuditSdk.Tests.Kubernetes;
using CsCheck;
using YamlDotNet.RepresentationModel;

namespace AuditSdk.Tests.Emission;

public sealed class YamlScalarTests
{
    public static TheoryData<string> Recorded => [.. Vectors.Select(v => Ascii(v.GetProperty("value").GetString()!))];

    private static List<JsonElement> Vectors { get; } =
        [.. JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors("yaml-scalars.json"))).RootElement.GetProperty("scalars").EnumerateArray()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void RecordedText_IsWrittenInAFormThatCameBackFromTheServer(string ascii)
    {
        JsonElement vector = Vectors.Single(v => Ascii(v.GetProperty("value").GetString()!) == ascii);
        string value = vector.GetProperty("value").GetString()!;
        string written = YamlScalar.Of(value);
        if (!written.StartsWith('"'))
        {
            Assert.Equal(value, written);
            Assert.True(CameBack(vector, "plainBlock") && CameBack(vector, "plainFlow"));
        }

        AssertRecordedForm(YamlScalar.Quoted(value), value, CameBack(vector, "doubleQuotedJsonAscii"), CameBack(vector, "doubleQuotedJsonRaw"));
    }

    [Fact]
    public void OrdinaryNames_ArePlain()
        => Assert.All(["Metadata", "RequestReceived", "apps", "networking.k8s.io", "audit.k8s.io/v1", "my-policy", "v1", "a1", "e3"], name => Assert.Equal(name, YamlScalar.Of(name)));

    [Theory]
    [InlineData("")]
    [InlineData("y")]
    [InlineData("oFF")]
    [InlineData("nUll")]
    [InlineData("~")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("1e3")]
    [InlineData("12:30:45")]
    [InlineData("2020-01-01")]
    [InlineData("*/status")]
    [InlineData("/healthz*")]
    [InlineData("system:kube-proxy")]
    [InlineData("{}")]
    [InlineData("a-")]
    [InlineData("\u00e9t\u00e9")]
    public void WhatAReaderMayTakeForSomethingElse_IsQuoted(string text) => Assert.Equal($"\"{text}\"", YamlScalar.Of(text));

    [Theory]
    [InlineData("\u007f", @"""\u007f""")]
    [InlineData("\u0085", @"""\u0085""")]
    [InlineData("\u2028", @"""\u2028""")]
    [InlineData("\ufeff", @"""\ufeff""")]
    [InlineData("\ufffe", @"""\ufffe""")]
    [InlineData("\u202e", @"""\u202e""")]
    [InlineData("\0", @"""\u0000""")]
    [InlineData("a\r\n\tb", @"""a\r\n\tb""")]
    [InlineData("\"\\", @"""\""\\""")]
    [InlineData("\U0001f600", "\"\U0001f600\"")]
    [InlineData("\U0001fffe", @"""\U0001fffe""")]
    [InlineData("\U000e0001", @"""\U000e0001""")]
    public void InvisibleOrRefusedCharacter_IsEscaped(string text, string literal) => Assert.Equal(literal, YamlScalar.Quoted(text));

    // Not InlineData: an attribute's text is stored as UTF-8, which has no half pairs.
    [Fact]
    public void HalfASurrogatePair_IsRefused()
    {
        (string Text, int Index)[] refused = [("\ud800", 0), ("a\udc00", 1), ("\U0001f600\ud83d", 2), ("\ud83d\ud83d\ude00", 0)];
        Assert.All(refused, r => Assert.Equal(r.Index, Surrogates.IndexOfLone(r.Text)));
        Assert.All(refused, r => Assert.Throws<ArgumentException>(() => YamlScalar.Quoted(r.Text)));
        Assert.Equal(-1, Surrogates.IndexOfLone("\U0001f600\0\uffff"));
    }

    [Fact]
    public void AnyText_ComesBackFromBlockAndFlow()
        => PolicyGen.HostileText.Sample(
            text =>
            {
                Assert.Equal(text, Read($"- {YamlScalar.Of(text)}\n"));
                Assert.Equal(text, Read($"[{YamlScalar.Quoted(text)}]\n"));
            },
            iter: 10_000);

    // A second reader: JSON's strings are YAML's, but for the long escape.
    [Fact]
    public void AnyText_ComesBackFromJson()
        => PolicyGen.HostileText.Where(text => !YamlScalar.Quoted(text).Contains(@"\U", StringComparison.Ordinal))
            .Sample(text => Assert.Equal(text, JsonSerializer.Deserialize<string>(YamlScalar.Quoted(text))), iter: 10_000);

    private static string Read(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        YamlSequenceNode list = Assert.IsType<YamlSequenceNode>(Assert.Single(stream.Documents).RootNode);
        return Assert.IsType<YamlScalarNode>(Assert.Single(list)).Value!;
    }

    private static bool CameBack(JsonElement vector, string form) => vector.GetProperty(form).ValueKind == JsonValueKind.True;

    // Every character stands either as JSON escapes it or as it is, whichever the server gave back.
    private static void AssertRecordedForm(string literal, string value, bool escapedCameBack, bool rawCameBack)
    {
        string rest = literal[1..^1];
        for (int i = 0; i < value.Length; i += char.IsSurrogatePair(value, i) ? 2 : 1)
        {
            string character = value.Substring(i, char.IsSurrogatePair(value, i) ? 2 : 1);
            string? form = Forms(character, escapedCameBack, rawCameBack).FirstOrDefault(f => rest.StartsWith(f, StringComparison.OrdinalIgnoreCase));
            Assert.True(form is not null, $"{Ascii(character)} stands in no recorded form in {Ascii(literal)}");
            rest = rest[form.Length..];
        }

        Assert.Empty(rest);
    }

    private static IEnumerable<string> Forms(string character, bool escapedCameBack, bool rawCameBack)
    {
        string? shortEscape = character switch { "\"" => "\\\"", "\\" => @"\\", "\n" => @"\n", "\r" => @"\r", "\t" => @"\t", _ => null };
        if (shortEscape is not null)
        {
            yield return shortEscape;
            yield break;
        }

        bool isControl = character[0] < ' ';
        if (rawCameBack && !isControl) yield return character;
        if ((escapedCameBack && !(character is [>= ' ' and <= '~'])) || (rawCameBack && isControl)) yield return Ascii(character);
    }

    private static string Ascii(string text)
        => string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : @"\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture)));
}
