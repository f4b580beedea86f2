using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Namespaces;

public sealed class EmptyNamespaceIsNoUrlTests
{
    [Fact]
    public void EmptyNamespaceAlone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1063", PolicyOf(Rule("None", namespaces: [""]), Rule("Metadata"))));

        Assert.Equal("rules[0].namespaces[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void WithResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1063", PolicyOf(Rule("None", namespaces: [""], resources: [Entry("", ["nodes"])]), Rule("Metadata"))));

    [Fact]
    public void BesideANamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1063", PolicyOf(Rule("None", namespaces: ["", "kube-system"]), Rule("Metadata"))));

    [Fact]
    public void UnknownNamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1063", PolicyOf(Rule("None", namespaces: [Unknown]), Rule("Metadata"))));
}
