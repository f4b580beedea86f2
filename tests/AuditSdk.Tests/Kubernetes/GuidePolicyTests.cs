using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Tests.Kubernetes;

public sealed class GuidePolicyTests
{
    [Fact]
    public void GuidePolicyInCSharp_IsTheGuidesDocument()
        => Assert.Equal(PolicyReader.Read(File.ReadAllText(SourceTree.Data("guide", "audit-policy.yaml"))), PolicyReader.Read(Yaml()));

    [Fact]
    public void GuidePolicyInCSharp_ReadsWell() => Snapshot.Match(Yaml(), "yaml");

    private static string Yaml()
    {
        FindingSink findings = new();
        string yaml = PolicyYaml.Write(PolicyMap.Map(GuidePolicy.Policy, findings));
        Assert.Empty(findings.Findings);
        return yaml;
    }
}
