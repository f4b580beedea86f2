using AuditSdk.Emission;
using AuditSdk.Fluentd;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Tests.Emission;

public sealed class EmissionRunTests
{
    private static readonly AuditPolicy LogAll = new() { Rules = [new(Level.Metadata)] };

    private readonly EmissionRegistry _registry = new();
    private readonly FindingSink _findings = new();

    [Fact]
    public void OneDefinition_GivesOneFile()
    {
        _registry.Add(Target("audit-policy.yaml"), () => LogAll);

        EmittedFile file = Assert.Single(Run());
        Assert.Equal("audit-policy.yaml", file.Name);
        Assert.Contains("- level: Metadata", file.Text, StringComparison.Ordinal);
        Assert.Empty(_findings.Findings);
    }

    [Fact]
    public void NamedDocuments_GiveAFileEach()
    {
        _registry.Add(Target("{name}/audit-policy.yaml"), () => new Dictionary<string, AuditPolicy> { ["eu"] = LogAll, ["us"] = LogAll });
        _registry.Add(Target("{name}/td-agent.conf"), () => new[] { ("eu", Forwarding), ("us", Forwarding) });

        Assert.Equal(["eu/audit-policy.yaml", "us/audit-policy.yaml", "eu/td-agent.conf", "us/td-agent.conf"], Run().Select(f => f.Name));
        Assert.Empty(_findings.Findings);
    }

    [Fact]
    public void DefinitionThatThrows_IsPlacedAtTheLineThatThrew()
    {
        _registry.Add(Target("a.yaml"), AuditPolicy? () => throw new InvalidOperationException("no such\ncluster"));

        Finding finding = OnlyFinding("AUD9001");
        Assert.Equal("Cluster.a.yaml throws InvalidOperationException: no such cluster", finding.Message);
        Assert.EndsWith("EmissionRunTests.cs", finding.Origin.File, StringComparison.Ordinal);
        Assert.NotEqual(7, finding.Origin.Line);
    }

    [Fact]
    public void ControlCharactersOfAnException_AreShown()
    {
        _registry.Add(Target("a.yaml"), AuditPolicy? () => throw new InvalidOperationException("\u001b[31mred\u2028x"));

        Assert.Equal("Cluster.a.yaml throws InvalidOperationException: \\u001b[31mred\\u2028x", OnlyFinding("AUD9001").Message);
    }

    [Fact]
    public void MemberUsedAboveItsDeclaration_IsToldToStandFirst()
    {
        _registry.Add(new EmissionTarget("a.yaml", "OutOfOrder.Policy", "OutOfOrder.cs", 7), () => OutOfOrder.Policy);

        Assert.Contains("Declare it first", OnlyFinding("AUD9001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InitializerThatThrows_IsToldOnceForAllMembersOfItsClass()
    {
        _registry.Add(new EmissionTarget("a.yaml", "Broken.Policy", "Broken.cs", 7), () => Broken.Policy);
        _registry.Add(new EmissionTarget("b.yaml", "Broken.Other", "Broken.cs", 8), () => Broken.Other);

        Assert.StartsWith("Broken throws FormatException: ", OnlyFinding("AUD9001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SequenceThatThrowsHalfway_IsAFinding()
    {
        _registry.Add(Target("{name}.yaml"), () => Halfway());

        OnlyFinding("AUD9001");
    }

    [Theory]
    [InlineData("audit.yaml", "audit.yaml")]
    [InlineData("audit.yaml", "AUDIT.yaml")]
    public void TwoDefinitionsForOneFile_NameBoth(string first, string second)
    {
        _registry.Add(Target(first), () => LogAll);
        _registry.Add(new EmissionTarget(second, "Cluster.Second", "Cluster.cs", 9), () => LogAll);

        Finding finding = OnlyFinding("AUD9002");
        Assert.Contains("Cluster.Second and Cluster.audit.yaml", finding.Message, StringComparison.Ordinal);
        Assert.Equal(9, finding.Origin.Line);
    }

    [Fact]
    public void TwoDocumentsOfOneDefinitionForOneFile_NameTheDefinitionOnce()
    {
        _registry.Add(Target("{name}.yaml"), () => new[] { ("eu", LogAll), ("EU", LogAll) });

        Assert.Equal("Cluster.{name}.yaml has two documents for 'EU.yaml', which is 'eu.yaml' on Windows and macOS; give one of them another name.", OnlyFinding("AUD9002").Message);
    }

    [Theory]
    [InlineData("audit", "audit/policy.yaml")]
    [InlineData("a/b/policy.yaml", "A")]
    [InlineData("a/b/policy.yaml", "a/B")]
    public void FileInPlaceOfAFolderOfAnother_IsRefused(string first, string second)
    {
        _registry.Add(Target(first), () => LogAll);
        _registry.Add(new EmissionTarget(second, "Cluster.Second", "Cluster.cs", 9), () => LogAll);

        Finding finding = OnlyFinding("AUD9002");
        Assert.Contains($"Cluster.Second writes '{second}' and Cluster.{first} writes '{first}'", finding.Message, StringComparison.Ordinal);
        Assert.Equal(9, finding.Origin.Line);
    }

    [Theory]
    [InlineData("../audit.yaml")]
    [InlineData("a/../../audit.yaml")]
    [InlineData("/etc/audit.yaml")]
    [InlineData("C:/audit.yaml")]
    [InlineData("a\\b.yaml")]
    [InlineData("a//b.yaml")]
    [InlineData("audit.yaml.")]
    [InlineData("nul.yaml")]
    [InlineData("a\nb.yaml")]
    [InlineData("")]
    public void FileNameThatLeavesOrBreaksTheFolder_IsRefused(string fileName)
    {
        _registry.Add(Target(fileName), () => LogAll);

        OnlyFinding("AUD9003");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../eu")]
    [InlineData("")]
    [InlineData(null)]
    public void NameOfADocumentThatLeavesTheFolder_IsRefused(string? name)
    {
        _registry.Add(Target("{name}/a.yaml"), () => new[] { (name!, LogAll) });

        OnlyFinding("AUD9003");
    }

    [Fact]
    public void SeveralDocumentsWithoutAPlaceForTheName_AreRefused()
    {
        _registry.Add(Target("a.yaml"), () => new[] { ("eu", LogAll) });

        OnlyFinding("AUD9003");
    }

    [Fact]
    public void OneDocumentWithAPlaceForAName_IsRefused()
    {
        _registry.Add(Target("{name}/a.yaml"), () => LogAll);

        OnlyFinding("AUD9003");
    }

    [Fact]
    public void NullDefinition_IsNothingToWrite()
    {
        _registry.Add(Target("a.yaml"), () => (AuditPolicy?)null);

        OnlyFinding("AUD9004");
    }

    [Fact]
    public void NoDocuments_AreNothingToWrite()
    {
        _registry.Add(Target("{name}.yaml"), () => new Dictionary<string, AuditPolicy>());

        OnlyFinding("AUD9004");
    }

    [Fact]
    public void RefusedMember_IsToldWithItsReason()
    {
        _registry.Refuse(Target("a.yaml"), "is private; make it internal or public.");

        Assert.Equal("Cluster.a.yaml: is private; make it internal or public.", OnlyFinding("AUD9013").Message);
    }

    [Fact]
    public void UnknownFluentd_IsRefused()
    {
        _registry.Add(new EmissionTarget("a.conf", "Cluster.Agent", "Cluster.cs", 7, Fluentd: "logstash 8"), () => Forwarding);

        OnlyFinding("AUD9016");
    }

    [Fact]
    public void TargetOfAClassThatIsNone_IsToldOnceForItsMembers()
    {
        _registry.Add(new EmissionTarget("a.yaml", "Cluster.Policy", "Cluster.cs", 7, Kubernetes: "banana"), () => LogAll);
        _registry.Add(new EmissionTarget("b.yaml", "Cluster.Other", "Cluster.cs", 9, Kubernetes: "banana"), () => LogAll);

        Assert.Equal(7, OnlyFinding("AUD9016").Origin.Line);
    }

    [Fact]
    public void SectionThatThrowsWhileItIsMapped_IsAFindingAtItsDefinition()
    {
        _registry.Add(Target("a.conf"), () => (FluentdConfig?)[new Match("audit", new Throwing())]);

        Assert.Contains("Cluster.a.conf throws NotSupportedException", OnlyFinding("AUD9001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneBrokenDefinition_LeavesTheOthersChecked()
    {
        _registry.Add(Target("a.yaml"), () => new AuditPolicy());
        _registry.Add(Target("../b.yaml"), () => LogAll);
        Run();

        Assert.Equal(["AUD9004", "AUD9003"], _findings.Findings.Select(f => f.Id));
    }

    private static FluentdConfig Forwarding => [new Source(new RawInput("sample") { Extra = new() { ["tag"] = "audit" } }), new Match("audit", new RawOutput("stdout"))];

    private static EmissionTarget Target(string fileName) => new(fileName, "Cluster." + fileName, "Cluster.cs", 7);

    private static IEnumerable<(string Name, AuditPolicy Policy)> Halfway()
    {
        yield return ("first", LogAll);
        throw new InvalidOperationException("second is missing");
    }

    private Finding OnlyFinding(string id)
    {
        Run();
        Finding finding = Assert.Single(_findings.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
        Assert.DoesNotContain('\n', finding.Message);
        return finding;
    }

    private IReadOnlyList<EmittedFile> Run()
    {
        EmissionRun run = new(new Dictionary<string, string>(), (_, _, _, _, _) => true, _findings);
        foreach (EmissionDefinition definition in _registry.Definitions) run.Evaluate(definition, typeof(EmissionRunTests).Assembly);
        return [.. run.Files];
    }

    private static class OutOfOrder
    {
        public static AuditPolicy Policy { get; } = new() { Rules = [new(Level.None) { Verbs = Reads! }] };

        private static readonly string[] Reads = [Verb.Get];
    }

    private sealed record Throwing() : OutputPlugin("throwing", null, 0)
    {
        internal override AuditSdk.Semantics.Fluentd.FluentdValue? Argument => throw new NotSupportedException("no argument");
    }

    private static class Broken
    {
        public static AuditPolicy Policy { get; } = new() { Rules = [new((Level)int.Parse("x", System.Globalization.CultureInfo.InvariantCulture))] };

        public static AuditPolicy Other { get; } = LogAll;
    }
}
