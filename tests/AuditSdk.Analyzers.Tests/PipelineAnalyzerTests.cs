using System.Collections.Immutable;
using System.Globalization;
using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Analyzers.Tests.Lifting;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests;

public sealed class PipelineAnalyzerTests
{
    private const string Tail = "new Source(new TailInput { Path = \"/var/log/kubernetes/audit.log\", PosFile = \"/var/lib/fluent/audit.pos\", Tag = \"audit\", ReadFromHead = true, Parse = new JsonParser() })";
    private const string Buffer = "Buffer = new FileBuffer(ChunkKey.Time) { Path = \"/var/lib/fluent/b\", Timekey = 1.Hours() }";

    [Theory]
    // The value.
    [InlineData("new Source(new TailInput { Path = \"/var/log/kubernetes/audit.log\", PosFile = {|AUD2031:\"/tmp/audit.pos\"|}, Tag = \"audit\", ReadFromHead = true, Parse = new JsonParser() }), new Match(\"audit\", new StdoutOutput())")]
    [InlineData("new Source(new ForwardInput { Bind = {|AUD2032:\"0.0.0.0\"|}, Port = 24224 }), new Match(\"**\", new StdoutOutput())")]
    [InlineData("TAIL, new Match(\"audit\", new ElasticsearchOutput { Host = \"h\", User = \"u\", Password = {|AUD2001:\"hunter2\"|} })")]
    [InlineData("TAIL, new Match(\"audit\", new FileOutput { Path = \"/a\", Buffer = new FileBuffer(ChunkKey.Time) { Path = {|AUD2070:\"/tmp/b\"|}, Timekey = 1.Hours() } })")]
    [InlineData("TAIL, new Match(\"audit\", new RawOutput(\"file\") { Extra = new() { [\"path\"] = \"/a\", [\"compress\"] = {|AUD2108:\"bzip\"|} } })")]
    [InlineData("TAIL, new Filter(\"audit\", new GrepFilter { Regexps = [new() { Key = \"a\", Pattern = {|AUD2109:\"/(/\"|} }] }), new Match(\"audit\", new StdoutOutput())")]
    [InlineData("TAIL, new Match(\"audit\", new RelabelOutput { Label = {|AUD2116:new Label(\"NONE\")|} })")]
    [InlineData("TAIL, new Match(\"audit\", new StdoutOutput { Id = \"one\" }), new Match(\"b\", new StdoutOutput { Id = {|AUD2122:\"one\"|} })")]
    // The head of the directive, with that of its plugin.
    [InlineData("TAIL, new Match(\"audit\", new StdoutOutput()), {|AUD2011:new Match(\"audit\", new NullOutput()|})")]
    [InlineData("TAIL, new Match(\"audit\", new StdoutOutput()), {|AUD2011:new Match(\"other\", new FileOutput|} { Path = \"/a\", " + Buffer + " }) { Comment = \"c\" }")]
    [InlineData("TAIL, new Match(\"audit\", new StdoutOutput()), {|AUD2012:new Filter(\"audit\", new GrepFilter|} { Regexps = [new() { Key = \"a\", Pattern = \"/a/\" }] })")]
    [InlineData("TAIL, {|AUD2115:new Match(\"/audit\", new StdoutOutput()|})")]
    // The head of the section.
    [InlineData("TAIL, new Match(\"audit\", new ElasticsearchOutput { Host = \"h\", Buffer = {|AUD2124:new FileBuffer(ChunkKey.Tag)|} { FlushThreadCount = 2 } })")]
    [InlineData("TAIL, new Match(\"audit\", new StdoutOutput()), {|AUD2019:new LabelSection(new(\"LOST\")|}, [new Match(\"**\", new StdoutOutput())])")]
    public void Finding_IsToldAtItsPlace(string directives) => Checked.AssertMarks(Cluster(directives));

    [Theory]
    [InlineData("TAIL, new Match(\"audit\", new StdoutOutput())")]
    [InlineData("TAIL, new Match(\"audit\", new ElasticsearchOutput { Host = \"h\", User = \"u\", Password = Secret.InClear(\"public\") , Buffer = new FileBuffer { Path = \"/var/lib/fluent/b\" } })")]
    [InlineData("TAIL, new Match(\"audit\", new RawOutput(\"of_our_own\") { Extra = new() { [\"anything\"] = \"1\" } })")]
    [InlineData("new Source(new TailInput { Path = \"/a\", PosFile = Environment.MachineName, Tag = Environment.MachineName, ReadFromHead = true, Parse = new JsonParser() }), new Match(\"b\", new StdoutOutput()), new Match(\"audit.**\", new StdoutOutput())")]
    [InlineData("TAIL, .. Environment.GetCommandLineArgs().Select(a => new Match(a, new StdoutOutput())), new Match(\"audit\", new StdoutOutput())")]
    public void PipelineThatIsRightOrNotKnown_HasNoFindings(string directives) => Assert.Equal("", string.Join('\n', Checked.Of(UserProject.Of(Cluster(directives)).Compiles())));

    [Fact]
    public void SectionThatPipelinesShare_IsToldOnce()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks($$"""
            [AuditConfig] public static class Cluster
            {
                [EmitAs("a.conf")] public static FluentdConfig A => [{{Tail}}, new Match("audit", Output)];
                [EmitAs("b.conf")] public static FluentdConfig B => [{{Tail}}, new Match("x", new NullOutput()), new Match("audit", Output)];
                static FileOutput Output => new() { Path = "/a", Buffer = new FileBuffer(ChunkKey.Time) { Path = {|AUD2070:"/tmp/b"|}, Timekey = 1.Hours() } };
            }
            """));

        Assert.Equal("Cluster.A\tmatch[0].buffer[0].path\nCluster.B\tmatch[1].buffer[0].path", found.Properties["told"]);
    }

    [Fact]
    public void FindingOfOneOfAFleet_NamesIt()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks($$"""
            [AuditConfig] public static class Cluster
            {
                [EmitAs("{name}.conf")] public static IEnumerable<(string, FluentdConfig)> Agents => new[] { "a", "b" }.Select(name => (name, Of(name)));
                static FluentdConfig Of(string name) => [{{Tail}}, new Match("audit", new FileOutput { Path = "/a", Buffer = new FileBuffer(ChunkKey.Time) { Path = {|AUD2070:name == "a" ? "/tmp/b" : "/var/lib/b"|}, Timekey = 1.Hours() } })];
            }
            """.Replace("{|AUD2070:name == \"a\" ? \"/tmp/b\" : \"/var/lib/b\"|}", "name == \"a\" ? {|AUD2070:\"/tmp/b\"|} : \"/var/lib/b\"", StringComparison.Ordinal)));

        Assert.EndsWith(" (In the pipeline of 'a'.)", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void PipelineInAnotherFile_IsToldWhereItIsUsed()
    {
        ImmutableArray<Diagnostic> found = Checked.AssertMarks(
            $$"""[AuditConfig] public static class Cluster { [EmitAs("a.conf")] public static FluentdConfig Agent => [{{Tail}}, new Match("audit", {|AUD2070:Shared.Output|})]; }""",
            """static class Shared { public static FileOutput Output => new() { Path = "/a", Buffer = new FileBuffer(ChunkKey.Time) { Path = "/tmp/b", Timekey = 1.Hours() } }; }""");

        Location definition = Assert.Single(Assert.Single(found).AdditionalLocations);
        Assert.Equal("\"/tmp/b\"", definition.SourceTree!.ToString().Substring(definition.SourceSpan.Start, definition.SourceSpan.Length));
    }

    [Fact]
    public void DirectiveBehindAnUnknownNumberOfThem_HasItsLine()
    {
        Diagnostic found = Assert.Single(Checked.AssertMarks($$"""
            [AuditConfig] public static class Cluster
            {
                [EmitAs("a.conf")] public static FluentdConfig Agent =>
                [
                    {{Tail}},
                    .. Environment.GetCommandLineArgs().Select(a => new Match(a, new NullOutput())),
                    new Match("audit",
                        new FileOutput
                        {
                            Path = "/a",
                            Buffer = new FileBuffer(ChunkKey.Time)
                            {
                                Path = {|AUD2070:"/tmp/b"|}, Timekey = 1.Hours(),
                            },
                        }),
                ];
            }
            """), d => d.Id == "AUD2070");

        // A buffer records no line: it has that of its output.
        Assert.Equal("Cluster.Agent\tmatch[*].buffer[*].path\t8", found.Properties["told"]);
    }

    [Fact]
    public void Paths_AreThoseOfTheObjects()
    {
        UserProject project = UserProject.Of(Cluster("""
            new Source(new TailInput { Path = "/var/log/kubernetes/audit.log", PosFile = "/tmp/audit.pos", Tag = "audit", Parse = new JsonParser() }),
            new Source(new ForwardInput { Bind = "0.0.0.0" }), new Filter("none", new GrepFilter()),
            new Match("audit", new CopyOutput { Stores = [new FileOutput { Path = "/tmp/x", Buffer = new FileBuffer(ChunkKey.Time) { Path = "/tmp/b", Timekey = 1.Hours() } }, new ElasticsearchOutput { Host = "h" }] }),
            new LabelSection(new("X"), [new Filter("a", new GrepFilter()), new Match("a", new RawOutput("file") { Extra = new() { ["compress"] = "bzip" } })]), new Match("audit", new NullOutput())
            """)).Compiles();
        FluentdCheckOptions options = new() { Types = ValueList.From(["file"]) };
        IEnumerable<Finding> real = FluentdChecks.Run(FluentdMap.Map(Assert.Single(project.Run<FluentdConfig>()).Document, new FindingSink()), options);
        LiftedPipeline lifted = Assert.Single(Lifted.Pipelines(project));

        Assert.Equal(real.Select(f => $"{f.Id} {f.Path}"), FluentdChecks.Run(lifted.Root, options).Select(f => $"{f.Id} {f.Path}"));
        Assert.True(real.Count() >= 10);
    }

    [Fact]
    public void Target_IsThatOfTheAttributeElseOfTheProperty()
    {
        // The fluentd of td-agent 3 does not know zstd.
        const string Directives = "TAIL, new Match(\"audit\", new FileOutput { Path = \"/a\", Compress = Compress.Zstd, " + Buffer + " })";
        Assert.Contains(Checked.Of(UserProject.Of(Cluster(Directives, "Fluentd = \"td-agent 3\"")).Compiles()), d => d.Id == "AUD2108");
        Assert.Contains(Checked.Of(UserProject.Of(Cluster(Directives, "")).Compiles(), "", ("AuditSdkFluentd", "td-agent 3")), d => d.Id == "AUD2108");
        Assert.DoesNotContain(Checked.Of(UserProject.Of(Cluster(Directives, "")).Compiles(), "", ("AuditSdkFluentd", "1.19")), d => d.Id == "AUD2108");
    }

    [Fact]
    public void OwnPlugins_AreKnown()
    {
        const string Sink = "plugin output audit_sink gem fluent-plugin-audit-sink\n  param url string required\n";
        string source = Cluster("TAIL, new Match(\"audit\", new RawOutput(\"audit_sink\") { Extra = new() { [\"url\"] = \"u\" } }), new Match(\"b\", new AuditSinkOutput())");

        ImmutableArray<Diagnostic> found = Checked.Of(UserProject.Of([source], ("sink.catalog", Sink)).Compiles());

        Assert.Contains(found, d => d.Id == "AUD2103" && d.GetMessage(CultureInfo.InvariantCulture).Contains("url", StringComparison.Ordinal));
        Assert.DoesNotContain(found, d => d.Id == "AUD2102");
    }

    [Fact]
    public void Pragma_SwitchesOffWhereItStands()
        => Assert.Empty(Checked.Of(UserProject.Of(Cluster("TAIL, new Match(\"audit\", new FileOutput { Path = \"/a\", Buffer = new FileBuffer(ChunkKey.Time) { Timekey = 1.Hours(),\n#pragma warning disable AUD2070 // A test.\nPath = \"/tmp/b\",\n#pragma warning restore AUD2070\n} })")).Compiles()));

    [Fact]
    public void EditorConfig_SetsTheSeverity()
        => Assert.Contains(Checked.Of(UserProject.Of(Cluster("TAIL, new Match(\"audit\", new FileOutput { Path = \"/a\", Buffer = new FileBuffer(ChunkKey.Time) { Path = \"/tmp/b\", Timekey = 1.Hours() } })")).Compiles(), "[*.cs]\ndotnet_diagnostic.AUD2070.severity = error\n"), d => d is { Id: "AUD2070", Severity: DiagnosticSeverity.Error });

    [Fact]
    public void Descriptors_SayWhatTheChecksSay()
        => Assert.Equal(
            FluentdChecks.All.Select(c => $"{c.Descriptor.Id} {c.Descriptor.Title} {c.Descriptor.Severity} {FluentdChecks.Category} docs/rules/{c.Descriptor.Id}.md"),
            new FluentdPipelineAnalyzer().SupportedDiagnostics.Select(d => $"{d.Id} {d.Title} {d.DefaultSeverity} {d.Category} {d.HelpLinkUri}").Order(StringComparer.Ordinal));

    [Fact]
    public async Task Cancellation_EndsIt()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        UserProject project = UserProject.Of(Cluster("TAIL"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => Lifted.Pipelines(project, cancelled.Token)));
    }

    private static string Cluster(string directives, string config = "Fluentd = \"1.18\"")
        => $$"""[AuditConfig({{config}})] public static class Cluster { [EmitAs("td-agent.conf")] public static FluentdConfig Agent { get; } = [{{directives.Replace("TAIL", Tail, StringComparison.Ordinal)}}]; }""";
}
