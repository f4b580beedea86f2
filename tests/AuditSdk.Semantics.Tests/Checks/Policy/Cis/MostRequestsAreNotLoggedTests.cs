using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Cis;

public sealed class MostRequestsAreNotLoggedTests
{
    [Fact]
    public void NoneForTheRest_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1204", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]), Rule("None")), CheckProfile.Cis));

        Assert.Equal("rules[1].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void NoRuleForTheRest_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1204", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])])), CheckProfile.Cis));

        Assert.Null(finding.Path);
    }

    [Fact]
    public void CatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1204", PolicyOf(Rule("None", resources: [Entry("", ["events"])]), Rule("Metadata")), CheckProfile.Cis));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1204", PolicyOf(Rule("None"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1204", PolicyOf(Rule(Unknown)), CheckProfile.Cis));

    [Fact]
    public void NodesLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1204", PolicyOf(Rule("None", userGroups: ["system:nodes"]), Rule("Metadata")), CheckProfile.Cis));
}
