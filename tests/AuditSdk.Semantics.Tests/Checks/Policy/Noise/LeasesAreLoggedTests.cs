using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Noise;

public sealed class LeasesAreLoggedTests
{
    [Fact]
    public void CatchAll_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1092", PolicyOf(Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Leave leases out of the log", finding.Remedy?.Title);
    }

    [Fact]
    public void LeasesLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1092", PolicyOf(Rule("None", resources: [Entry("coordination.k8s.io", ["leases"])]), Rule("Metadata"))));

    [Fact]
    public void NodesLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1092", PolicyOf(Rule("None", userGroups: ["system:nodes"], resources: [Entry("coordination.k8s.io")]), Rule("Metadata"))));

    [Fact]
    public void SomeResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1092", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1092", PolicyOf(Rule("None", resources: UnknownResources), Rule("Metadata"))));

    [Fact]
    public void TeamOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1092", PolicyOf(Rule("Metadata", userGroups: ["devs"]), Rule("None"))));

    [Fact]
    public void LeftOutForAllWhoAreLoggedIn_Silent()
        => Assert.Empty(PolicyFindings.Of("AUD1092", PolicyOf(Rule("None", userGroups: ["system:authenticated"], resources: [Entry("coordination.k8s.io", ["leases"])]), Rule("Metadata"))));
}
