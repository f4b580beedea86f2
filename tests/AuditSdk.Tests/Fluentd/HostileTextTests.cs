using System.Text.Json;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using CsCheck;

namespace AuditSdk.Tests.Fluentd;

public class HostileTextTests
{
    private static readonly string[] Nasty =
    [
        "", " ", "a", "a b", "\n", "a\nb", "\r\n</match>\n<match **>", "\"", "'", "\\", "#", "#{`id`}", "}", "a #b", "<x>", "</match>", "a>b", "@include", "include", "@type", "@label", "@A", "[1", "{\"a\":1}", "a,b", " a",
        "日本語", "\ud800", "\0", "\u2028", "${tag}", "/a", "/a/i", "$.a.b", "ENV['A']", "use_nil",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]), Gen.String[0, 8], Gen.Char["ab #{}<>/\"'\\\n,"].Array[0, 8].Select(c => new string(c)));

    [Fact]
    public void AnyTextAnywhere_IsReadBackOrRefused()
    {
        int written = 0;
        Gen.Select(Gen.Int[0, 12], Text).Sample(
            (place, text) =>
            {
                FluentdConfig config = Hostile(place, text);
                FindingSink findings = new();
                FluentdElement tree = FluentdMap.Map(config, findings);
                string file = ConfWriter.Write(tree, FluentdTarget.Default, findings);
                if (findings.HasErrors) return;
                Interlocked.Increment(ref written);
                FluentdElement read = ConfParser.Parse(file, null).Root!;
                Assert.Equal(Shape(tree), Shape(read));
            },
            iter: 20_000);
        Assert.InRange(written, 5_000, 20_000);
    }

    [Fact]
    public void AnyHash_IsTheJsonOfItsEntries()
        => Gen.Select(Text, Text, Text, Text).Sample((key, value, other, second) =>
        {
            if ((key + value + other + second).Any(char.IsSurrogate)) return;
            IFluentdText map = new SettingMap { [key] = value, [other] = second };
            Assert.Equal(key == other ? ["AUD9009"] : [], map.Problems.Select(p => p.Id));
            Assert.Equal((key == other ? new Dictionary<string, string> { [key] = second } : new() { [key] = value, [other] = second }), JsonSerializer.Deserialize<Dictionary<string, string>>(map.ToValue().Literal!)!);
        }, iter: 5_000);

    [Fact]
    public void AnyList_IsReadBackAsFluentdReadsArrays()
        => Text.Array[0, 5].Sample(items =>
        {
            if (items.Any(i => i.Any(char.IsSurrogate))) return;
            SettingList<string> list = [.. items];
            string text = ((IFluentdText)list).ToValue().Literal!;
            string[] read = text.StartsWith('[') ? JsonSerializer.Deserialize<string[]>(text)! : text.Length == 0 ? [] : [.. text.Split(',').Select(i => i.Trim(' ', '\t', '\r', '\n', '\v', '\f', '\0'))];
            Assert.Equal(items, read);
        }, iter: 20_000);

    private static FluentdConfig Hostile(int place, string text)
    {
        string At(int number, string other) => place == number ? text : other;
        Label label = new(At(0, "L"));
        return
        [
            new Source(new RawInput(At(1, "tail"))
            {
                Id = At(2, "id"),
                Label = label,
                Comment = At(3, "why"),
                Extra = new() { [At(4, "key")] = At(5, "value"), ["other"] = "a" + Values.Ruby("b") + At(6, "c") },
                ExtraSections = [new RawSection(At(7, "parse")) { SectionArgument = At(8, "arg"), Extra = new() { [At(9, "k")] = "v" } }],
            })
            { Comment = At(10, "above") },
            new LabelSection(label, [new Match(At(11, "a.**"), new RawOutput("stdout") { Extra = new() { ["hash"] = At(12, "x") } })]),
        ];
    }

    private static string Shape(FluentdElement element)
        => $"<{element.Name}|{element.Argument}|{string.Join(";", element.Parameters.Select(p => JsonSerializer.Serialize(p.Key) + "=" + JsonSerializer.Serialize(p.Value.Source)))}|{string.Concat(element.Elements.Select(Shape))}>";
}
