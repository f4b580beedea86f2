using System.Text.Json;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Fluentd;

public class ConfParserTests
{
    public static TheoryData<string> Vectors => [.. ConfVectors.Syntax.Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void RecordedText_GivesTheRecordedTreeOrError(string name)
    {
        JsonElement vector = ConfVectors.Case(name);

        ConfParseResult result = ConfVectors.Parse(vector);

        if (vector.TryGetProperty("tree", out JsonElement tree))
        {
            Assert.Null(result.Error);
            Assert.Equal(ConfVectors.Show(tree), ConfVectors.Show(result.Root!));
            return;
        }

        JsonElement error = vector.GetProperty("error");
        switch (error.GetProperty("class").GetString())
        {
            case "Fluent::ConfigParseError":
                Assert.Equal(error.GetProperty("message").GetString(), result.Error?.FluentdMessage);
                break;
            case "RuntimeError": // raised by the Ruby in the text, which never runs here
                Assert.Equal("boom", Assert.Throws<InvalidOperationException>(() => ConfVectors.Show(result.Root!)).Message);
                break;
            default: // fluentd crashes in its own code; the words are ours
                Assert.StartsWith("expected ", Assert.IsType<ConfParseError>(result.Error).Message, StringComparison.Ordinal);
                break;
        }
    }

    [Fact]
    public void Nodes_KnowTheirLineAndColumn()
    {
        FluentdElement root = Parse("# c\n\n<match a>\r\n  @type x # y\n\t<buffer>\n  </buffer>\n</match>\n@include z", "f.conf");

        FluentdElement match = root.Elements.Single();
        Assert.Equal(new Origin("f.conf", 3, 1), match.Origin);
        Assert.Equal(new Origin("f.conf", 4, 3), match.Parameters.Single().Origin);
        Assert.Equal(new Origin("f.conf", 5, 2), match.Elements.Single().Origin);
        Assert.Equal(new Origin("f.conf", 8, 1), root.Nodes[1].Origin);
    }

    [Fact]
    public void Comments_StayWithTheirNodes()
    {
        FluentdElement root = Parse("# top\n# of file\n\n#  a\n#b\n<match x> # open\n  # in\n  k v # same line\n  # below\n</match> # close\n# end\n", null);

        FluentdElement match = root.Elements.Single();
        Assert.Equal("top\nof file", root.Comment);
        Assert.Equal(" a\nb\nopen", match.Comment);
        Assert.Equal("in\nsame line", match.Parameters.Single().Comment);
        Assert.Equal("below\nclose", match.EndComment);
        Assert.Equal("end", root.EndComment);
    }

    [Fact]
    public void CommentDirectlyAboveTheFirstNode_IsItsOwn()
    {
        FluentdElement root = Parse("# about a\na b\n", null);

        Assert.Null(root.Comment);
        Assert.Equal("about a", root.Nodes[0].Comment);
    }

    [Theory]
    [InlineData("a \"x#{ENV['A'] || \"#{b}}\"}y\"", "x", "ENV['A'] || \"#{b}}\"", "y")]
    [InlineData("a \"x#{h.gsub(/}/, '}')}y\"", "x", "h.gsub(/}/, '}')", "y")]
    [InlineData("a \"x#{`hostname`}y\"", "x", "`hostname`", "y")]
    public void Ruby_IsAPartOfTheValue(string text, string before, string code, string after)
    {
        FluentdValue value = Parse(text, null).Parameters.Single().Value;

        Assert.Equal([new(before, false), new(code, true), new(after, false)], value.Parts!);
        Assert.Null(value.Literal);
    }

    [Theory]
    [InlineData("a [1, 2 # c\n, 3]", "[1,2,3]")]
    [InlineData("a [ # c\n 1]", "[1]")]
    [InlineData("a {\"k\": 1, # c\n \"l\": {}}", "{\"k\":1,\"l\":{}}")]
    [InlineData("a {\"k\":1,\"l\":2,\"k\":[3]}", "{\"k\":[3],\"l\":2}")]
    [InlineData("a [1e16, 1e15, 1e-4, 0.00001, 123.4560, -0.0, 1E+2, 1e400]", "[1.0e+16,1000000000000000.0,0.0001,1.0e-05,123.456,-0.0,100.0,Infinity]")]
    [InlineData("a [\"\\u0001\\/\\q\\ud83d\\ude00\"]", "[\"\\u0001/q😀\"]")]
    [InlineData("a [1 /* x */, // y\n 2]", "[1,2]")]
    [InlineData("a {\"a\":{\"k\":1,\"k\":2},\"b\":3,\"a\":[{\"x\":1,\"y\":2,\"x\":3}]}", "{\"a\":[{\"x\":3,\"y\":2}],\"b\":3}")]
    [InlineData("a [0.5, 2.50, 0.0001, 0.00010, 0.00005, -0.00005, 123456789012.345, 1234567890123456.7, -0.0]", "[0.5,2.5,0.0001,0.0001,5.0e-05,-5.0e-05,123456789012.345,1234567890123456.8,-0.0]")]
    public void Json_IsNormalised(string text, string value) => Assert.Equal(value, Parse(text, null).Parameters.Single().Value.Literal);

    [Fact]
    public void EqualNamesOfJson_KeepTheRubyOfTheLast()
    {
        FluentdValue value = Parse("a {\"k\":\"#{1}\",\"l\":\"b#{2}c\",\"k\":\"#{3}d\",\"#{4}\":1,\"#{4}\":2}", null).Parameters.Single().Value;

        Assert.Equal("{\"k\":\"#{3}d\",\"l\":\"b#{2}c\",\"#{4}\":1,\"#{4}\":2}", value.Source);
        Assert.Equal(["3", "2", "4", "4"], value.Parts!.Where(p => p.IsRuby).Select(p => p.Text));
    }

    [Theory]
    [InlineData("a [1,\n# c\n2]")] // the comma is on another line than the comment
    [InlineData("a [[1, # c\n2]]")] // not the outermost brackets
    [InlineData("a [1 # c")] // fluentd never ends here
    [InlineData("a [01]")]
    [InlineData("a [\"a\nb\"]")]
    [InlineData("a {\"k\"}")]
    public void BrokenJson_IsReportedAtTheEnd(string text)
    {
        ConfParseError? error = ConfParser.Parse(text, null).Error;

        Assert.StartsWith("got incomplete JSON ", error?.Message, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n') + 1, error!.Origin.Line);
    }

    [Theory]
    [InlineData("a [\"x#y\",\n{\"k\":1}]", true)]
    [InlineData("a [\"x#y\",\n {\"k\":1}]", false)]
    [InlineData("a [\"x#y\",\n{}]", false)]
    public void HashInJson_AboveALineOfBraces_IsTakenForRuby(string text, bool isError) => Assert.Equal(isError, ConfParser.Parse(text, null).Error is not null);

    [Fact]
    public void IncludeWithoutReader_StaysInTheTree()
    {
        FluentdElement root = Parse("# why\n@include a/*.conf\n<match x>\n @include \"b#{1}\"\n</match>\n", null);

        Assert.Equal(new FluentdInclude("a/*.conf") { Comment = "why", Origin = new Origin(null, 2, 1) }, root.Nodes[0]);
        FluentdInclude inner = Assert.IsType<FluentdInclude>(root.Elements.Single().Nodes.Single());
        Assert.Equal("b#{1}", inner.Path);
        Assert.True(inner.RubyPath!.HasRuby);
    }

    [Fact]
    public void IncludesWithoutEnd_AreAnError()
    {
        ConfParseResult one = ConfParser.Parse("@include x", "f", _ => [("x", "@include x")]);
        ConfParseResult two = ConfParser.Parse("@include x", "f", _ => [("x", "@include x\n"), ("x", "@include x\n")]);

        Assert.StartsWith("include error x", one.Error?.Message, StringComparison.Ordinal);
        Assert.StartsWith("include error x", two.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorInAnInclude_NamesThatFile()
    {
        ConfParseError? error = ConfParser.Parse("@include x", "etc/f.conf", path => [(path, "a b\n</x>\n")]).Error;

        Assert.Equal("etc/x", error?.Origin.File);
        Assert.StartsWith("unmatched end tag at x line 2,5", error?.FluentdMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongEndTag_IsReportedWhereItStands_WithTheSectionThatIsOpen()
    {
        const string text = "<match a>\n  <buffer>\n    path b\n  </match>\n";

        Finding finding = Assert.Single(ConfFile.Check(text, "x", new FluentdCheckOptions()));

        Assert.Equal((4, 3), (finding.Origin.Line, finding.Origin.Column));
        Assert.Contains("<buffer> is still open here: write </buffer> before it", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("unmatched end tag at x line 4,11", finding.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a>\n</a>\n</a>\n", "No section is open here")]
    [InlineData("\uFEFF<a>\n</a>\n", "byte order mark")]
    public void EndTagWithoutSection_IsToldWhy(string text, string advice)
        => Assert.Contains(advice, Assert.Single(ConfFile.Check(text, "x", new FluentdCheckOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void SectionThatIsNeverClosed_IsNamedByTheLineWhereItBegan()
    {
        Finding finding = Assert.Single(ConfFile.Check("<source>\n</source>\n<match a>\n  path b\n", "x", new FluentdCheckOptions()));

        Assert.Contains("<match> of line 3 is never closed", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatBeginsLikeJson_IsNamedByItsLine()
    {
        Finding finding = Assert.Single(ConfFile.Check("<a>\n  pattern [a-z]+\n</a>\n", "x", new FluentdCheckOptions()));

        Assert.Contains("The value in line 2 begins with '[' and is read as JSON", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepSections_AreRefusedNotCrashed()
    {
        string text = string.Concat(Enumerable.Repeat("<a>\n", 100_000));

        Assert.Contains("nested", ConfParser.Parse(text, null).Error?.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> LongTexts
    {
        get
        {
            // Each of these is minutes or hours where a step goes over the text again.
            const int Size = 100_000;
            string[] names = [.. Enumerable.Range(0, Size).Select(i => $"\"{i % 1000}\":{i}")];
            return new()
            {
                { "JSON with comments", "a [" + string.Join(", # c\n", Enumerable.Repeat("\"x#y\"", Size)) + "]" },
                { "JSON with Ruby that is none", "a [\"" + Repeated("#{", Size) + "\"]" },
                { "JSON with Ruby", "a [\"" + Repeated("#{1}", Size) + "\"]" },
                { "JSON with equal names", "a {" + string.Join(',', names) + "}" },
                { "nested JSON with equal names", "a " + Repeated("{\"k\":1,\"k\":", 99) + "{" + string.Join(',', names) + "}" + Repeated("}", 99) },
                { "blanks in a value", "a b" + new string(' ', Size) + "c" },
                { "signs in a value", "a b" + Repeated("#", Size) },
                { "comments in a tag", "<match a" + Repeated(" #", Size) + ">\n</match>" },
                { "blanks in a tag", "<match a" + Repeated(" b", Size) + ">\n</match>" },
                { "lines of one CR", Repeated("a b\r", Size) },
                { "comments", Repeated("# c\n", Size) + "a b" },
                { "comments of CR", "a b #" + Repeated("c\r", Size) + "\n" },
                { "escapes", "a \"" + Repeated("\\n", Size) + "\"" },
                { "escaped quotes", "a '" + Repeated("\\'", Size) + "'" },
                { "Ruby", "a \"" + Repeated("#{x / 2}", Size) + "\"" },
                { "includes", Repeated("@include x\n", Size) },
                { "sections", Repeated("<a b>\n</a>\n", Size) },
                { "open brackets of Ruby", "a \"" + Repeated("#{", Size) + "\"" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void LongText_IsReadInOnePass(string what, string text)
    {
        ConfParseResult result = ConfParser.Parse(text, null);

        Assert.Equal(what == "open brackets of Ruby", result.Error is not null);
    }

    [Fact]
    public void ManyFilesOfAnInclude_AreReadOnce()
    {
        (string, string)[] files = [.. Enumerable.Range(0, 9_000).Select(i => ($"{i}.conf", "<match a>\n  @type null\n</match>\n"))];

        Assert.Equal(9_000, ConfParser.Parse("@include *.conf\n", "f.conf", _ => files).Root!.Nodes.Count);
    }

    [Theory]
    [InlineData("<match audit.**>\n  @type file\n  path /var/log/audit\n  <buffer tag,time>\n    timekey 1h\n  </buffer>\n</match>\n", 8)]
    [InlineData("# why\nkey value # how\n", 12)]
    [InlineData("a \"quoted\"\n", 9)]
    public void Memory_GrowsWithTheTextAndStaysSmall(string lines, int bytesOfCharacter)
    {
        string small = Repeated(lines, 2_048);
        string large = Repeated(lines, 4_096);
        Assert.Null(ConfParser.Parse(small, null).Error);

        (long once, long twice) = (AllocatedBy(small), AllocatedBy(large));

        Assert.InRange((double)twice / once, 1.5, 2.1);
        Assert.InRange((double)twice / large.Length, 0, bytesOfCharacter);
    }

    [Fact]
    public void MemoryOfJson_GrowsWithItsLength()
    {
        string item = "{\"key\": \"value\", \"list\": [1, 2.5, true, null]},\n";
        string small = $"a [{Repeated(item, 8_192)}1]";
        string large = $"a [{Repeated(item, 16_384)}1]";
        Assert.Null(ConfParser.Parse(small, null).Error);

        (long once, long twice) = (AllocatedBy(small), AllocatedBy(large));

        Assert.InRange((double)twice / once, 1.5, 2.1);
        Assert.InRange((double)twice / large.Length, 0, 9);
    }

    // The least of a few: methods of the framework that the JIT has not optimised yet may box what they compare.
    private static long AllocatedBy(string text) => Enumerable.Range(0, 5).Min(_ => AllocatedOnce(text));

    private static long AllocatedOnce(string text)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ConfParser.Parse(text, null);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeated(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static FluentdElement Parse(string text, string? file)
    {
        ConfParseResult result = ConfParser.Parse(text, file);
        Assert.Null(result.Error);
        return result.Root!;
    }
}
