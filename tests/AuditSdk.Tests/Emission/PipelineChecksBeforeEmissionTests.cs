using AuditSdk.Emission;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Fluentd.Values;

namespace AuditSdk.Tests.Emission;

/// <summary>The build checks pipelines as it checks policies: on the real objects, before a file is written.</summary>
public sealed class PipelineChecksBeforeEmissionTests : IDisposable
{
    private const string TailSkipsWhatIsThere = "AUD2034";

    private static readonly Source In = new(new TailInput { Path = "/var/log/app.log", PosFile = "/var/lib/fluentd/app.pos", Tag = "audit", Parse = new NoneParser() });

    private readonly FindingSink _findings = new();
    private readonly string _catalog = Path.GetTempFileName();

    public void Dispose() => File.Delete(_catalog);

    [Fact]
    public void SoundPipeline_IsWrittenWithoutAWord()
    {
        Assert.Contains("@type tail", Run([In, new Match("audit", new StdoutOutput())]), StringComparison.Ordinal);
        Assert.Empty(_findings.Findings);
    }

    [Fact]
    public void WhatFluentdRefuses_IsNotWritten()
    {
        Assert.Null(Run([In, new Match("audit", new FileOutput())]));

        Finding finding = Assert.Single(_findings.Findings);
        Assert.Equal(("AUD2103", FindingSeverity.Error), (finding.Id, finding.Severity));
        Assert.EndsWith("PipelineChecksBeforeEmissionTests.cs", finding.Origin.File, StringComparison.Ordinal);
        Assert.Equal((0, 0), (finding.Origin.Column, finding.Origin.Start));
    }

    [Fact]
    public void Finding_IsToldAtItsObjectAndTheFileIsWritten()
    {
        Assert.NotNull(Run(Tail));

        Finding finding = Assert.Single(_findings.Findings, f => f.Id == TailSkipsWhatIsThere);
        Assert.Equal(("Tail.cs", 11), (finding.Origin.File, finding.Origin.Line));
    }

    [Fact]
    public void SeverityOfTheProject_IsTaken()
    {
        Assert.Null(Run(Tail, severities: "AUD2034=error"));
        Assert.Equal(FindingSeverity.Error, Assert.Single(_findings.Findings, f => f.Id == TailSkipsWhatIsThere).Severity);
    }

    [Fact]
    public void CheckThatIsSwitchedOff_IsSilent()
    {
        Assert.NotNull(Run(Tail, severities: "AUD2034=none"));
        Assert.DoesNotContain(_findings.Findings, f => f.Id == TailSkipsWhatIsThere);
    }

    [Fact]
    public void FindingThatIsTold_IsNotToldAgain()
    {
        List<(string, string, string?, int)> asked = [];
        Run(Tail, isTold: (id, member, _, file, line) =>
        {
            asked.Add((id, member, file, line));
            return true;
        });
        Assert.Contains((TailSkipsWhatIsThere, "Cluster.Agent", "Tail.cs", 11), asked);
        Assert.Empty(_findings.Findings);
    }

    [Theory]
    [InlineData("strict", FindingSeverity.Warning)]
    [InlineData("default", FindingSeverity.Info)]
    public void Profile_IsTaken(string profile, FindingSeverity expected)
    {
        Run([In, new Match("audit", new ForwardOutput { Servers = [new() { Host = "a" }] })], new() { ["profile"] = profile });
        Assert.Contains(_findings.Findings, f => f.Id == "AUD2071" && f.Severity == expected);
    }

    [Fact]
    public void Target_IsThatOfTheClassOrTheProject()
    {
        FluentdConfig sample = [new Source(new SampleInput { Tag = "audit" }), new Match("audit", new StdoutOutput())];
        Assert.Null(Run(sample, fluentd: "1.3"));
        Assert.Equal("AUD2102", Assert.Single(_findings.Findings).Id);
        Assert.Null(Run(sample, new() { ["fluentd"] = "1.3" }));
        Assert.NotNull(Run(sample, new() { ["fluentd"] = "1.3" }, fluentd: "1.18"));
    }

    [Fact]
    public void RawPlugin_DeclaresItsType()
    {
        Assert.NotNull(Run([In, new Match("audit", new RawOutput("of_our_own") { Extra = new() { ["any"] = "x" } })]));
        Assert.Empty(_findings.Findings);
    }

    [Fact]
    public void CatalogOfTheProject_IsTaken()
    {
        File.WriteAllText(_catalog, "plugin output of_our_own\n  param endpoint string required\n");
        Assert.Null(Run([In, new Match("audit", new RawOutput("of_our_own"))], new() { ["catalog"] = _catalog }));
        Assert.Contains("'endpoint' parameter is required", Assert.Single(_findings.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EachMistakeOfASection_IsToldAlthoughAllHaveOneLine()
    {
        Run([In, new Match("audit", new StdoutOutput { Extra = new() { ["one"] = "1", ["two"] = "2" } })]);
        Assert.Equal(2, _findings.Findings.Count(f => f.Id == "AUD2104"));
    }

    [Fact]
    public void SecretInClear_IsToldOnceAndNeverShown()
    {
        Assert.Null(Run([In, new Match("audit", Elasticsearch("hunter2"))]));

        Finding finding = Assert.Single(_findings.Findings, f => f.Id == "AUD2001");
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.DoesNotContain("hunter2", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SecretOfARawPlugin_IsToldWhereFluentdMarksIt()
        => Assert.Single(Findings([In, new Match("audit", new RawOutput("elasticsearch") { Extra = new() { ["password"] = "hunter2" } })]), f => f.Id == "AUD2001");

    [Fact]
    public void SecretThatIsMeantOrReadLater_IsNotTold()
    {
        Assert.NotNull(Run([In, new Match("audit", Elasticsearch(Secret.InClear("changeme")))]));
        Assert.NotNull(Run([In, new Match("audit", Elasticsearch(Env("ES_PASSWORD")))]));
        Assert.DoesNotContain(_findings.Findings, f => f.Id == "AUD2001");
    }

    [Fact]
    public void WhatTheMappingRefuses_IsToldOnce()
    {
        Label empty = new("EMPTY");
        Assert.Null(Run([new Source(new SampleInput { Tag = "audit", Label = empty }), new LabelSection(empty, [new Filter("**", new StdoutFilter())])]));
        Assert.Equal("AUD9004", Assert.Single(_findings.Findings).Id);
    }

    [Fact]
    public void Include_LeavesOpenWhatItMayHold()
    {
        Assert.NotNull(Run([In with { Plugin = In.Plugin with { Label = new Label("elsewhere") } }, new Include("labels.conf")]));
        Assert.Empty(_findings.Findings);
    }

    private static FluentdConfig Tail =>
    [
        new Source(
            new TailInput("Tail.cs", 12) { Path = "/var/log/kubernetes/audit/audit.log", PosFile = "/var/lib/fluentd/audit.pos", Tag = "audit", Parse = new JsonParser { TimeKey = "stageTimestamp", TimeType = TimeType.String, TimeFormat = TimeFormats.KubernetesAudit, KeepTimeKey = true } },
            "Tail.cs",
            11),
        new Match("audit", new StdoutOutput()),
    ];

    private static ElasticsearchOutput Elasticsearch(Secret password) => new() { Host = "es.example.com", User = "audit", Password = password, Buffer = new FileBuffer { Path = "/var/lib/fluentd/buffer" } };

    private IReadOnlyList<Finding> Findings(FluentdConfig config)
    {
        Run(config);
        return _findings.Findings;
    }

    private string? Run(FluentdConfig config, Dictionary<string, string>? settings = null, string severities = "", string? fluentd = null, Func<string, string, string?, string?, int, bool>? isTold = null)
    {
        EmissionRegistry registry = new();
        registry.Add(new EmissionTarget("td-agent.conf", "Cluster.Agent", "Cluster.cs", 7, Fluentd: fluentd, Severities: severities), () => config);
        EmissionRun run = new(settings ?? [], isTold ?? ((_, _, _, _, _) => false), _findings);
        run.Evaluate(Assert.Single(registry.Definitions), typeof(PipelineChecksBeforeEmissionTests).Assembly);
        return run.Files.SingleOrDefault()?.Text;
    }
}
