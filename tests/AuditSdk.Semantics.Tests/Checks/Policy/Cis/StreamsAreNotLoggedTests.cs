using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Cis;

public sealed class StreamsAreNotLoggedTests
{
    [Fact]
    public void ExecLeftOut_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1203", PolicyOf(Rule("None", resources: [Entry("", ["pods/exec"])]), Rule("Metadata")), CheckProfile.Cis));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void CatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1203", PolicyOf(Rule("Metadata")), CheckProfile.Cis));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1203", PolicyOf(Rule("None", resources: [Entry("", ["pods/exec"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1203", PolicyOf(Rule(Unknown)), CheckProfile.Cis));

    [Fact]
    public void NodesLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1203", PolicyOf(Rule("None", userGroups: ["system:nodes"]), Rule("Metadata")), CheckProfile.Cis));
}
