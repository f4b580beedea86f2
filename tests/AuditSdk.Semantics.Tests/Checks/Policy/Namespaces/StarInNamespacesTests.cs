using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Namespaces;

public sealed class StarInNamespacesTests
{
    [Fact]
    public void Prefix_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1060", PolicyOf(Rule("None", namespaces: ["kube-*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].namespaces[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void AllOfResources_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1060", PolicyOf(Rule("None", namespaces: ["*"], resources: [Entry("", ["events"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].namespaces[0]", finding.Path);
        Assert.Equal("Leave namespaces out", finding.Remedy?.Title);
    }

    [Fact]
    public void WholeName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1060", PolicyOf(Rule("None", namespaces: ["kube-system"]), Rule("Metadata"))));

    [Fact]
    public void UnknownNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1060", PolicyOf(Rule("None", namespaces: [Unknown]), Rule("Metadata"))));
}
