using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Fluentd;

public class ConfWriterTests
{
    private static readonly FluentdTarget TdAgent3 = FluentdTarget.Parse("td-agent 3")!;

    [Fact]
    public void Tree_IsWrittenForAReader()
    {
        FluentdElement root = Root(
            new FluentdInclude("conf.d/*.conf") { Comment = "others" },
            new FluentdElement("match", "a.** b", ValueList.From<FluentdNode>(
            [
                new FluentdParameter("@type", FluentdValue.Text("file")),
                new FluentdParameter("path", FluentdValue.Text("/var/log/a #1")) { Comment = "why\r\n\u2028twice\fmore" },
                new FluentdElement("buffer", "", ValueList<FluentdNode>.Empty) { EndComment = "nothing here" },
            ]))) with { Comment = "top", EndComment = "end" };

        Assert.Equal(
            """
            # top

            # others
            @include conf.d/*.conf

            <match a.** b>
              @type file
              # why
              #
              # twice
              # more
              path "/var/log/a #1"
              <buffer>
                # nothing here
              </buffer>
            </match>

            # end

            """,
            Written(root));
    }

    [Theory]
    [InlineData("</match>")]
    [InlineData("<x>")]
    [InlineData("#x")]
    [InlineData("a b")]
    [InlineData("'a")]
    [InlineData("\"a")]
    [InlineData("a#{1}")]
    [InlineData("\ufeffa")]
    public void KeyThatCouldBeSomethingElse_IsQuoted_AndRefusedWhereQuotesAreNotKnown(string key)
    {
        FluentdElement root = Root(new FluentdElement("x", "", ValueList.From<FluentdNode>([new FluentdParameter(key, FluentdValue.Text("v"))])));

        Assert.Equal(key, ConfParser.Parse(Written(root), null).Root!.Elements.Single().Parameters.Single().Key);
        Assert.Equal("AUD9016", Refusal(root, TdAgent3).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    [InlineData("@include")]
    public void KeyThatCannotBeOne_IsRefused(string key)
        => Assert.Equal("AUD9010", Refusal(Root(new FluentdElement("x", "", ValueList.From<FluentdNode>([new FluentdParameter(key, FluentdValue.Text("v"))]))), FluentdTarget.Default).Id);

    [Theory]
    [InlineData("source", true)]
    [InlineData("match", true)]
    [InlineData("filter", true)]
    [InlineData("system", true)]
    [InlineData("parse", false)]
    public void KeysWithAt_AreFluentdsOwn(string section, bool isRefused)
    {
        FluentdElement root = Root(new FluentdElement(section, "", ValueList.From<FluentdNode>([new FluentdParameter("@foo", FluentdValue.Text("v"))])));

        if (isRefused) Assert.Equal("AUD9010", Refusal(root, FluentdTarget.Default).Id);
        else Assert.Contains("@foo v", Written(root), StringComparison.Ordinal);
    }

    [Fact]
    public void RootKeys_CannotBeIncludes()
    {
        Assert.Equal("AUD9010", Refusal(Root(new FluentdParameter("@foo", FluentdValue.Text("v"))), FluentdTarget.Default).Id);
        Assert.Equal("\"include\" v\n", Written(Root(new FluentdParameter("include", FluentdValue.Text("v")))));
    }

    [Theory]
    [InlineData("a>b", "\"a>b\"")]
    [InlineData("/^(?<x>a)$/", "\"/^(?<x>a)$/\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("#b", "\"#b\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("\"a", "\"\\\"a\"")]
    [InlineData("#{x}", "\"\\#{x}\"")]
    public void ArgumentThatNeedsQuotes_IsRefusedOnTdAgent3(string argument, string quoted)
    {
        FluentdElement root = Root(new FluentdElement("match", argument, ValueList<FluentdNode>.Empty));

        Assert.Equal($"<match {quoted}>\n</match>\n", Written(root));
        Finding finding = Refusal(root, TdAgent3);
        Assert.Equal("AUD9016", finding.Id);
        Assert.Contains("td-agent 3", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\tb")]
    [InlineData("\u2028")]
    public void ArgumentWithControls_IsRefused(string argument)
    {
        Finding finding = Refusal(Root(new FluentdElement("match", argument, ValueList<FluentdNode>.Empty)), FluentdTarget.Default);

        Assert.Equal("AUD9010", finding.Id);
        Assert.DoesNotContain("\n", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my file.conf", "@include \"my file.conf\"\n", true)]
    [InlineData("a.conf", "@include a.conf\n", false)]
    public void IncludeWithBlanks_IsQuoted_AndRefusedOnTdAgent3(string path, string text, bool isRefused)
    {
        Assert.Equal(text, Written(Root(new FluentdInclude(path))));
        FindingSink findings = new();
        ConfWriter.Write(Root(new FluentdInclude(path)), TdAgent3, findings);
        Assert.Equal(isRefused ? ["AUD9016"] : [], findings.Findings.Select(f => f.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://x/y")]
    [InlineData("//x/y")]
    [InlineData("a?b")]
    [InlineData("a+b")]
    [InlineData("a%20b")]
    [InlineData("{a,b}.conf")]
    [InlineData("ü.conf")]
    [InlineData(" a")]
    [InlineData("a\nb")]
    public void IncludeOfAnythingElse_IsRefused(string path) => Assert.Equal("AUD9010", Refusal(Root(new FluentdInclude(path)), FluentdTarget.Default).Id);

    [Theory]
    [InlineData("my-section")]
    [InlineData("")]
    [InlineData("a>\n<b")]
    [InlineData("/match")]
    [InlineData("é")]
    public void SectionNameOfOtherCharacters_IsRefused(string name) => Assert.Equal("AUD9010", Refusal(Root(new FluentdElement(name, "", ValueList<FluentdNode>.Empty)), FluentdTarget.Default).Id);

    [Theory]
    [InlineData("ENV['A']")]
    [InlineData("ENV['A'] || \"b#{c}}\"")]
    [InlineData("{'k'=>1}['k']")]
    [InlineData("x.gsub(/}/, '}')")]
    [InlineData("a.empty? ? '}' : [1].map { |x| x }")]
    [InlineData("`hostname`.strip")]
    [InlineData("10 / 2 % 3")]
    public void RubyThatEndsWithItsBrace_IsWritten(string code)
    {
        string text = Written(Root(Ruby(code)));

        Assert.Equal($"k \"a\\#{{#{{{code}}}\"\n", text);
        Assert.Equal(code, ConfParser.Parse(text, null).Root!.Parameters.Single().Value.Parts![1].Text);
    }

    [Theory]
    [InlineData("}")]
    [InlineData("{")]
    [InlineData("1} #{2")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("[1}")]
    [InlineData("1 # c")]
    [InlineData("a\nb")]
    [InlineData("a\u0000")]
    [InlineData("%w{}")]
    [InlineData("<<A")]
    [InlineData("?}")]
    [InlineData("1+")]
    [InlineData("$'")]
    [InlineData("x /y/")]
    [InlineData("if / {/ }")]
    [InlineData("x1 /{/ + 1/1 }")]
    public void RubyThatMayEndElsewhere_IsRefused(string code) => Assert.Equal("AUD9010", Refusal(Root(Ruby(code)), FluentdTarget.Default).Id);

    [Fact]
    public void UseNil_IsRefusedOnTdAgent3()
    {
        Assert.Equal("AUD9016", Refusal(Root(Ruby("ENV['A'] || use_nil")), TdAgent3).Id);
        Assert.Contains("use_nil", Written(Root(Ruby("ENV['A'] || use_nil"))), StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatNoFileCanHold_IsRefused()
    {
        Assert.Equal("AUD9010", Refusal(Root(new FluentdParameter("k", FluentdValue.Text("a\udc00"))), FluentdTarget.Default).Id);
        Assert.Equal("AUD9010", Refusal(Root(new FluentdParameter("a\udc00", FluentdValue.Text("v"))), FluentdTarget.Default).Id);
        Assert.Equal("AUD9010", Refusal(Root(Ruby("'\ud800'")), FluentdTarget.Default).Id);
        Assert.Equal("AUD9010", Refusal(Root(new FluentdParameter("k", FluentdValue.Unknown)), FluentdTarget.Default).Id);
        Assert.Equal("AUD9010", Refusal(Root(new FluentdParameter("k", FluentdValue.Text("v")) { Comment = "a\u001bb" }), FluentdTarget.Default).Id);
        Assert.Equal("AUD9010", Refusal(Root(new FluentdParameter("k", FluentdValue.Text("v")) { Comment = "a\ud800b" }), FluentdTarget.Default).Id);
    }

    [Fact]
    public void Finding_HasTheOriginOfItsNode()
    {
        Origin origin = new("Infra.cs", 7);

        Assert.Equal(origin, Refusal(Root(new FluentdInclude("http://x") { Origin = origin }), FluentdTarget.Default).Origin);
    }

    [Theory]
    [InlineData("td-agent 3", "1.3.3", "1.11.5")]
    [InlineData("td-agent 3.8.1", "1.11.1", "1.11.5")]
    [InlineData("TD-Agent 4", "1.11.2", "1.16.3")]
    [InlineData("fluent-package 5", "1.16.2", "1.18.0")]
    [InlineData("fluent-package 6", "1.19.0", "1.19.3")]
    [InlineData("fluentd 1.19.3", "1.19.3", "1.19.3")]
    [InlineData("v1.18", "1.18.0", "1.18.2147483647")]
    public void Target_NamesTheVersionsItCanBe(string text, string oldest, string newest)
    {
        FluentdTarget target = FluentdTarget.Parse(text)!;

        Assert.Equal((text, Version.Parse(oldest), Version.Parse(newest)), (target.Name, target.Oldest, target.Newest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("td-agent")]
    [InlineData("td-agent 2")]
    [InlineData("td-agent 3.1")]
    [InlineData("fluent-bit 3.0")]
    [InlineData("1")]
    [InlineData("2.0")]
    [InlineData("1.18\n")]
    [InlineData("1.99999999999")]
    public void TargetThatNobodyKnows_IsNull(string text) => Assert.Null(FluentdTarget.Parse(text));

    [Fact]
    public void TargetLeftOut_IsTheRecordedVersion() => Assert.Equal(new Version(1, 18, 0), FluentdTarget.Parse(null)!.Oldest);

    private static FluentdParameter Ruby(string code) => new("k", new FluentdValue(ValueList.From([new FluentdValuePart("a#{", false), new FluentdValuePart(code, true)])));

    private static FluentdElement Root(params FluentdNode[] nodes) => new("ROOT", "", ValueList.From(nodes));

    private static string Written(FluentdElement root)
    {
        FindingSink findings = new();
        string text = ConfWriter.Write(root, FluentdTarget.Default, findings);
        Assert.Empty(findings.Findings);
        return text;
    }

    private static Finding Refusal(FluentdElement root, FluentdTarget target)
    {
        FindingSink findings = new();
        ConfWriter.Write(root, target, findings);
        return Assert.Single(findings.Findings);
    }
}
