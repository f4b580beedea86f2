using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using CsCheck;
using Xunit.Abstractions;

namespace AuditSdk.Semantics.Tests.Fluentd;

public class ConfRoundTripTests(ITestOutputHelper output)
{
    private static readonly string[] Nasty =
    [
        "", " ", "a", "a b", " a", "a ", "\n", "\r\n", "a\nb", "\t", "\0", "\f", "\b", "\v", "\u001b", "\u0085", "\u2028", "\ufeff", "\u00a0", "\"", "'", "\\", "\\\"", "a\\", "#", "#{", "#{1}", "}", "\\#{1}", "##{x}", "a #b",
        "a# b", "${tag}", "[1,2]", "[", "{\"a\":1}", "{", "<x>", "</match>", ">", "a>b", "<", "@include", "@include x", "include", "include x", "@type", "@id", "@label", "@log_level", "@foo", "-", "%Y-%m-%d", "日本語", "😀",
        "\ud83d", "x\n</match>\n<match **>", "\"\n@include /etc/passwd\n", "a\u0000#{", "/^(?<x>.+) #y$/", "=begin", "__END__",
    ];

    private static readonly string[] Rubies =
    [
        "ENV['A']", "1+1", "hostname", "{'k'=>1}['k']", "ENV['A'] || \"b#{c}\"", "x.gsub(/}/, '')", "use_nil", "", "}", "{", "\"", "'", "1} #{2", "1 # c", "a\nb", "\"}\"", "'}'", "/}/", "%w{}", "<<A", "?}", "1+", "$'", "x ? 1 : 2",
        "if / {/ }",
    ];

    private static readonly Gen<string> AnyText = Gen.Frequency(
        (4, Among(Nasty)),
        (2, Gen.Select(Among(Nasty), Among(Nasty), (a, b) => a + b)),
        (2, Gen.String[Gen.Char["ab #{}<>/\"'\\\n\r\t@[],:$é\u2028"], 0, 12]),
        (1, Gen.String[0, 20]),
        (1, Gen.Char["ab "].Array[0, 2000].Select(a => new string(a))));

    private static readonly Gen<string> PlainName = Among("match", "source", "buffer", "label", "a_1", "parse", "x-y", "", "a>", "filter", "store");

    private static readonly Gen<FluentdValue> Value = Gen.Frequency(
        (4, AnyText.Select(FluentdValue.Text)),
        (1, Gen.Select(AnyText, Among(Rubies), (t, r) => new FluentdValue(ValueList.From([new FluentdValuePart(t, false), new FluentdValuePart(r, true)])))),
        (1, Gen.Select(AnyText, AnyText, (a, b) => new FluentdValue(ValueList.From([new FluentdValuePart(a, false), new FluentdValuePart(b, false)])))));

    private static readonly Gen<string?> Comment = Gen.Frequency((3, Gen.Const((string?)null)), (1, AnyText.Select(t => (string?)t)));

    private static Gen<FluentdElement> Tree(int depth) => Gen.Select(PlainName, AnyText, Nodes(depth), Comment, Comment, (name, argument, nodes, comment, end)
        => new FluentdElement(name, argument, ValueList.From(nodes)) { Comment = comment, EndComment = end });

    private static Gen<FluentdNode[]> Nodes(int depth)
    {
        Gen<FluentdNode> parameter = Gen.Select(Gen.Frequency((2, Among("k", "@type", "path", "$.a.b")), (1, AnyText)), Value, Comment, (k, v, c) => (FluentdNode)new FluentdParameter(k, v) { Comment = c });
        Gen<FluentdNode> include = Gen.Select(Gen.Frequency((2, Among("a.conf", "d/*.conf", "my file.conf")), (1, AnyText)), Comment, (p, c) => (FluentdNode)new FluentdInclude(p) { Comment = c });
        return depth == 0
            ? Gen.Frequency((5, parameter), (1, include)).Array[0, 3]
            : Gen.Frequency((3, parameter), (1, include), (2, Tree(depth - 1).Select(e => (FluentdNode)e))).Array[0, 4];
    }

    private static readonly Gen<FluentdElement> Root = Gen.Select(Nodes(2), Comment, Comment, (nodes, comment, end) => new FluentdElement("ROOT", "", ValueList.From(nodes)) { Comment = comment, EndComment = end });

    private static readonly Gen<FluentdTarget> Target = Among("1.18", "td-agent 3", "td-agent 4", "fluent-package 6").Select(t => FluentdTarget.Parse(t)!);

    [Fact]
    public void WhatIsWritten_IsReadBack()
    {
        int written = 0;
        Gen.Select(Root, Target).Sample(
            (root, target) =>
            {
                FindingSink findings = new();
                string text = ConfWriter.Write(root, target, findings);
                if (findings.HasErrors) return;
                Interlocked.Increment(ref written);
                ConfParseResult result = ConfParser.Parse(text, null);
                Assert.Null(result.Error);
                Assert.Equal(Plain(root), Plain(result.Root!));
            },
            iter: 20_000);
        Assert.InRange(written, 1_000, 20_000);
    }

    [Fact]
    public void OneHostileText_IsWrittenOrRefused_NeverBrokenOut()
    {
        // Few places, so that most are written: the tree above is refused for one bad text among many.
        int written = 0;
        Gen.Select(AnyText, Value, AnyText, Target).Sample(
            (key, value, argument, target) =>
            {
                foreach (FluentdElement root in new[] { Rooted("buffer", "", new FluentdParameter("k", value)), Rooted("buffer", "", new FluentdParameter(key, FluentdValue.Text("v"))), Rooted("match", argument), Rooted("x", "", new FluentdParameter("k", FluentdValue.Text("v")) { Comment = key }) })
                {
                    FindingSink findings = new();
                    string text = ConfWriter.Write(root, target, findings);
                    if (findings.HasErrors) continue;
                    Interlocked.Increment(ref written);
                    Assert.Equal(Plain(root), Plain(ConfParser.Parse(text, null).Root!));
                }
            },
            iter: 20_000);
        Assert.InRange(written, 20_000, 80_000);
    }

    [Fact]
    public void ParsedText_IsWrittenStably()
    {
        string[] texts = [.. ConfVectors.Syntax.Select(c => c.GetProperty("input").GetString()!)];
        foreach (string text in texts) AssertStable(text);
        Mutated(texts).Sample(AssertStable, iter: 20_000);
    }

    [Fact]
    public void AnyText_GivesATreeOrAnError()
    {
        string[] texts = [.. ConfVectors.Syntax.Select(c => c.GetProperty("input").GetString()!)];
        Gen<string> noise = Gen.Char["ab1 \t\r\n#{}[]<>/\"'\\@,:.-"].Array[0, 60].Select(a => new string(a));
        Gen.Frequency((3, Mutated(texts)), (2, Cut(texts)), (1, Gen.String[0, 40]), (2, noise)).Sample(
            text =>
            {
                ConfParseResult result = ConfParser.Parse(text, "f.conf", path => path.Length % 2 == 0 ? [(path, text)] : null);
                Assert.True(result.Root is null != result.Error is null);
                if (result.Error is { } error) Assert.True(error.Origin.Line >= 1 && error.Origin.Column >= 1 && error.Message.Length > 0);
            },
            iter: 100_000);
    }

    [Fact]
    public void RecordedStrings_AreWrittenInAProvenForm()
    {
        int bare = 0;
        int quoted = 0;
        foreach (JsonElement vector in ConfVectors.Read("values.json", "strings"))
        {
            string value = vector.GetProperty("value").GetString()!;
            FindingSink findings = new();
            string text = ConfWriter.Write(Rooted("x", "", new FluentdParameter("k", FluentdValue.Text(value))), FluentdTarget.Default, findings);
            Assert.Empty(findings.Findings);
            string literal = text.Substring("<x>\n  k ".Length, text.Length - "<x>\n  k ".Length - "\n</x>\n".Length);
            bool isProven = literal == value ? vector.GetProperty("bare_ok").GetBoolean() : literal == vector.GetProperty("literal").GetString() && vector.GetProperty("ok").GetBoolean();
            Assert.True(isProven, $"{JsonSerializer.Serialize(value)} was written {literal}");
            _ = literal == value ? bare++ : quoted++;
        }

        output.WriteLine($"{bare} bare, {quoted} quoted");
        Assert.True(bare > 20 && quoted > 50);
    }

    [SkippableFact]
    public void RealFiles_ParseAndRoundTrip_OrAreRefusedWithAPosition()
    {
        int parsed = 0;
        List<string> refused = [];
        List<string> unwritable = [];
        foreach (string file in Directory.EnumerateFiles(SourceTree.Corpus("fluentd"), "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("index.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            ConfParseResult result = ConfParser.Parse(File.ReadAllText(file), Path.GetFileName(file));
            if (result.Error is { } error)
            {
                Assert.True(error.Origin is { Line: > 0, Column: > 0 });
                refused.Add($"{error.Origin.File}({error.Origin.Line},{error.Origin.Column}): {error.Message.Split('\n')[0]}");
                continue;
            }

            parsed++;
            FindingSink findings = new();
            string text = ConfWriter.Write(result.Root!, FluentdTarget.Default, findings);
            if (findings.HasErrors) unwritable.Add($"{Path.GetFileName(file)}: {findings.Findings[0].Message}");
            else Assert.Equal(Plain(result.Root!), Plain(ConfParser.Parse(text, null).Root!));
        }

        output.WriteLine($"{parsed} parsed ({unwritable.Count} of them hold what the writer refuses), {refused.Count} refused");
        refused.Concat(unwritable).ToList().ForEach(output.WriteLine);
        Assert.True(parsed > 0);
    }

    private static Gen<string> Among(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static void AssertStable(string text)
    {
        if (ConfParser.Parse(text, null).Root is not { } root) return;
        FindingSink findings = new();
        string written = ConfWriter.Write(root, FluentdTarget.Default, findings);
        if (findings.HasErrors) return;
        FluentdElement again = ConfParser.Parse(written, null).Root!;
        Assert.Equal(Plain(root), Plain(again));
        Assert.Equal(written, ConfWriter.Write(again, FluentdTarget.Default, new FindingSink()));
    }

    private static Gen<string> Mutated(string[] texts)
        => Gen.Select(Among(texts), Among(texts), Gen.Int[0, 60], Gen.Int[0, 60], Among(Nasty), (a, b, i, j, nasty) => a[..Math.Min(i, a.Length)] + nasty + b[Math.Min(j, b.Length)..]);

    // A text that lost a piece, or has one twice.
    private static Gen<string> Cut(string[] texts) => Gen.Select(Among(texts), Gen.Int[0, 200], Gen.Int[0, 200], (text, i, j) => text[..Math.Min(i, text.Length)] + text[Math.Min(j, text.Length)..]);

    private static FluentdElement Rooted(string name, string argument, params FluentdNode[] nodes)
        => new("ROOT", "", ValueList.From<FluentdNode>([new FluentdElement(name, argument, ValueList.From(nodes))]));

    // What a file can hold of a tree: no origins, one kind of line break and no blanks at the end of comment lines, neighbouring texts joined.
    private static FluentdNode Plain(FluentdNode node) => node switch
    {
        FluentdElement e => new FluentdElement(e.Name, e.Argument, ValueList.From(e.Nodes.Select(Plain))) { RubyArgument = e.RubyArgument, Comment = Plain(e.Comment), EndComment = Plain(e.EndComment) },
        FluentdParameter p => new FluentdParameter(p.Key, Plain(p.Value)) { RubyKey = p.RubyKey, Comment = Plain(p.Comment) },
        FluentdInclude i => new FluentdInclude(i.Path) { RubyPath = i.RubyPath, Comment = Plain(i.Comment) },
        _ => throw new NotSupportedException(),
    };

    private static FluentdValue Plain(FluentdValue value)
    {
        List<FluentdValuePart> parts = [];
        foreach (FluentdValuePart part in value.Parts!)
        {
            if (!part.IsRuby && parts.Count > 0 && !parts[^1].IsRuby) parts[^1] = parts[^1] with { Text = parts[^1].Text + part.Text };
            else parts.Add(part);
        }

        parts.RemoveAll(p => !p.IsRuby && p.Text.Length == 0);
        return parts.Count == 0 ? FluentdValue.Text("") : new FluentdValue(ValueList.From(parts));
    }

    private static string? Plain(string? comment)
    {
        if (string.IsNullOrWhiteSpace(comment)) return null;
        string[] lines = comment.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029');
        return string.Join("\n", lines.Select(l => l.TrimEnd()));
    }
}
