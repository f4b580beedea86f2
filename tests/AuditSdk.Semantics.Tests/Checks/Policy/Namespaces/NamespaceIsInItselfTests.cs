using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Namespaces;

public sealed class NamespaceIsInItselfTests
{
    [Fact]
    public void NamespaceLeftOut_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1064", PolicyOf(Rule("None", namespaces: ["kube-system"]), Rule("Metadata"))));

        Assert.Equal("rules[0].namespaces[0]", finding.Path);
        Assert.Equal("Log namespaces at Metadata before this rule", finding.Remedy?.Title);
    }

    [Fact]
    public void NamespacesLoggedBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1064", PolicyOf(Rule("Metadata", resources: [Entry("", ["namespaces"])]), Rule("None", namespaces: ["kube-system"]), Rule("Metadata"))));

    [Fact]
    public void SomeResourcesOfIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1064", PolicyOf(Rule("None", namespaces: ["kube-system"], resources: [Entry("", ["endpoints"])]), Rule("Metadata"))));

    [Fact]
    public void NobodyLogsNamespaces_Silent() => Assert.Empty(PolicyFindings.Of("AUD1064", PolicyOf(Rule("None", namespaces: ["kube-system"]), Rule("Metadata", resources: [Entry("", ["secrets"])]))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1064", PolicyOf(Rule("Metadata", verbs: UnknownList), Rule("None", namespaces: ["kube-system"]), Rule("Metadata"))));
}
