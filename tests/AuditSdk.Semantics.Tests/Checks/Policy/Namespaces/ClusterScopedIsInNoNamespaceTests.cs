using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Namespaces;

public sealed class ClusterScopedIsInNoNamespaceTests
{
    [Fact]
    public void Nodes_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1061", PolicyOf(Rule("Metadata", namespaces: ["default"], resources: [Entry("", ["nodes"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void ClusterRoles_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1061", PolicyOf(Rule("Metadata", namespaces: ["default"], resources: [Entry("rbac.authorization.k8s.io", ["clusterroles"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void NoNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1061", PolicyOf(Rule("Metadata", namespaces: ["", "default"], resources: [Entry("", ["nodes"])]))));

    [Fact]
    public void Namespaced_Silent() => Assert.Empty(PolicyFindings.Of("AUD1061", PolicyOf(Rule("Metadata", namespaces: ["default"], resources: [Entry("", ["pods"])]))));

    [Fact]
    public void NamespacesThemselves_Silent() => Assert.Empty(PolicyFindings.Of("AUD1061", PolicyOf(Rule("Metadata", namespaces: ["default"], resources: [Entry("", ["namespaces"])]))));

    [Fact]
    public void UnknownNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1061", PolicyOf(Rule("Metadata", namespaces: ["default", Unknown], resources: [Entry("", ["nodes"])]))));
}
