using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Cis;

public sealed class ChangesOfPodsAreNotLoggedTests
{
    [Fact]
    public void DeploymentsLeftOut_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1202", PolicyOf(Rule("None", resources: [Entry("apps")]), Rule("Metadata")), CheckProfile.Cis));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void NoRuleForPods_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1202", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployments"])])), CheckProfile.Cis));

        Assert.Null(finding.Path);
    }

    [Fact]
    public void ReadsLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1202", PolicyOf(Rule("None", verbs: ["get", "list", "watch"]), Rule("Metadata")), CheckProfile.Cis));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1202", PolicyOf(Rule("None", resources: [Entry("apps")]), Rule("Metadata"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1202", PolicyOf(Rule(Unknown)), CheckProfile.Cis));

    [Fact]
    public void NodesLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1202", PolicyOf(Rule("None", userGroups: ["system:nodes"]), Rule("Metadata")), CheckProfile.Cis));
}
