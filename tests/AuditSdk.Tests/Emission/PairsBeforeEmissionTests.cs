using AuditSdk.Emission;
using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Tests.Emission;

/// <summary>The build checks a policy with the pipeline of the same cluster.</summary>
public sealed class PairsBeforeEmissionTests
{
    private const string FieldIsNeverWritten = "AUD3004";
    private const string Log = "audit-log-path=/var/log/kubernetes/audit/audit.log";

    private static readonly AuditPolicy LogAll = new() { OmitStages = [Stage.RequestReceived], Rules = [new(Level.Metadata)] };
    private static readonly AuditPolicy LogBodies = new() { OmitStages = [Stage.RequestReceived], Rules = [new(Level.Request)] };

    private readonly EmissionRegistry _registry = new();
    private readonly FindingSink _findings = new();

    [Fact]
    public void FieldThatThePolicyLeavesOut_IsToldAtThePipeline()
    {
        _registry.Add(Target("audit-policy.yaml"), () => LogAll);
        _registry.Add(Target("td-agent.conf"), () => Pipeline());

        Assert.Equal(2, Run().Count);
        Finding finding = Assert.Single(_findings.Findings, f => f.Id == FieldIsNeverWritten);
        Assert.Equal(("Pipeline.cs", 21, 0), (finding.Origin.File, finding.Origin.Line, finding.Origin.Start));
    }

    [Fact]
    public void PolicyOfAnotherClass_IsNotThePipelines()
    {
        _registry.Add(Target("audit-policy.yaml") with { Class = "Other.Cluster" }, () => LogAll);
        _registry.Add(Target("td-agent.conf"), () => Pipeline());

        AssertSilent();
    }

    [Fact]
    public void FleetPairsByName_OneLooseConfigurationWithAll()
    {
        _registry.Add(Target("{name}/audit-policy.yaml"), () => new[] { ("eu", LogAll), ("us", LogBodies) });
        _registry.Add(Target("{name}/td-agent.conf"), () => new[] { ("eu", Pipeline(line: 30)), ("us", Pipeline(line: 40)) });

        Run();
        Assert.Equal([30], _findings.Findings.Where(f => f.Id == FieldIsNeverWritten).Select(f => f.Origin.Line));
    }

    [Fact]
    public void OnePolicy_IsThatOfTheWholeFleet()
    {
        _registry.Add(Target("audit-policy.yaml"), () => LogAll);
        _registry.Add(Target("{name}/td-agent.conf"), () => new[] { ("eu", Pipeline(line: 30)), ("us", Pipeline(line: 40)) });

        Run();
        Assert.Equal([30, 40], _findings.Findings.Where(f => f.Id == FieldIsNeverWritten).Select(f => f.Origin.Line));
    }

    [Fact]
    public void TwoPoliciesThatCouldBeMeant_AreNotGuessed()
    {
        _registry.Add(Target("a.yaml"), () => LogAll);
        _registry.Add(Target("b.yaml"), () => LogAll);
        _registry.Add(Target("td-agent.conf"), () => Pipeline());

        AssertSilent();
    }

    [Fact]
    public void SeverityOfTheProject_IsTakenAndAnErrorLeavesTheFiles()
    {
        _registry.Add(Target("audit-policy.yaml"), () => LogAll);
        _registry.Add(Target("td-agent.conf") with { Severities = "AUD3004=error" }, () => Pipeline());

        Run();
        Assert.Equal(FindingSeverity.Error, Assert.Single(_findings.Findings, f => f.Id == FieldIsNeverWritten).Severity);
    }

    [Fact]
    public void FindingThatIsTold_IsNotToldAgain()
    {
        _registry.Add(Target("audit-policy.yaml"), () => LogAll);
        _registry.Add(Target("td-agent.conf"), () => Pipeline());

        Run(isTold: (id, member, file, line) => (id, member, file, line) == (FieldIsNeverWritten, "Cluster.td-agent.conf", "Pipeline.cs", 21));
        Assert.DoesNotContain(_findings.Findings, f => f.Id == FieldIsNeverWritten);
    }

    [Theory]
    [InlineData("audit-log-path=/var/log/kubernetes/audit.log", "", true)]
    [InlineData("", "/var/log/kubernetes/audit.log", true)]
    [InlineData(Log, "/var/log/kubernetes/audit.log", false)]
    [InlineData("", "", false)]
    public void AuditLog_IsThatOfTheClassOrTheProject(string ofClass, string ofProject, bool expected)
    {
        _registry.Add(Target("audit-policy.yaml", ofClass), () => LogBodies);
        _registry.Add(Target("td-agent.conf", ofClass), () => Pipeline());

        Run(ofProject.Length == 0 ? [] : new() { ["audit-log-path"] = ofProject });
        Assert.Equal(expected, _findings.Findings.Any(f => f.Id == "AUD3001"));
    }

    [Fact]
    public void WhatIsInNeitherFile_IsToldOnceAtThePolicy()
    {
        const string KeepsAll = "audit-log-maxbackup=0\naudit-log-maxage=0";
        _registry.Add(Target("audit-policy.yaml", KeepsAll), () => LogBodies);
        _registry.Add(Target("{name}/td-agent.conf", KeepsAll), () => new[] { ("eu", Pipeline()), ("us", Pipeline()) });

        Run();
        Assert.Equal(new Origin("Cluster.cs", 7), Assert.Single(_findings.Findings, f => f.Id == "AUD3003").Origin);
    }

    [Fact]
    public void NegativeNumber_IsRefusedOnceForTheClass()
    {
        _registry.Add(Target("audit-policy.yaml", "audit-log-maxsize=-5"), () => LogBodies);
        _registry.Add(Target("td-agent.conf", "audit-log-maxsize=-5"), () => Pipeline());

        Run();
        Assert.Equal("kube-apiserver refuses --audit-log-maxsize=-5, which [AuditConfig] says; write 0 or more.", Assert.Single(_findings.Findings, f => f.Id == "AUD9016").Message);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("many")]
    public void PropertyThatIsNoNumber_IsRefused(string value)
    {
        CheckSettings.Verify(new Dictionary<string, string> { ["audit-log-maxage"] = value }, _findings);
        Assert.Contains($"'{value}'", Assert.Single(_findings.Findings).Message, StringComparison.Ordinal);
    }

    private static EmissionTarget Target(string fileName, string auditLog = "") => new(fileName, "Cluster." + fileName, "Cluster.cs", 7) { Class = "Infra.Cluster", AuditLog = auditLog };

    private static FluentdConfig Pipeline(int line = 20) =>
    [
        new Source(
            new TailInput { Path = "/var/log/kubernetes/audit/audit.log", PosFile = "/var/lib/fluentd/audit.pos", Tag = "audit", ReadFromHead = true, Parse = new JsonParser() },
            "Pipeline.cs",
            line),
        new Filter("audit", new GrepFilter { Regexps = [new("Pipeline.cs", line == 20 ? 21 : line) { Key = "$.requestObject.kind", Pattern = "/x/" }] }),
        new Match("audit", new StdoutOutput()),
    ];

    private void AssertSilent()
    {
        Run();
        Assert.DoesNotContain(_findings.Findings, f => f.Id.StartsWith("AUD3", StringComparison.Ordinal));
    }

    private IReadOnlyList<EmittedFile> Run(Dictionary<string, string>? settings = null, Func<string, string, string?, int, bool>? isTold = null)
    {
        EmissionRun run = new(settings ?? [], (id, member, _, file, line) => isTold?.Invoke(id, member, file, line) ?? false, _findings);
        foreach (EmissionDefinition definition in _registry.Definitions) run.Evaluate(definition, typeof(PairsBeforeEmissionTests).Assembly);
        run.CheckPairs();
        return [.. run.Files];
    }
}
