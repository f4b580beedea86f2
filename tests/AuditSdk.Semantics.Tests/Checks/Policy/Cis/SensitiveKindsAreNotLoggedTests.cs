using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Cis;

public sealed class SensitiveKindsAreNotLoggedTests
{
    [Fact]
    public void ReadsOfSecretsLeftOut_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1201", PolicyOf(Rule("None", verbs: ["get"], resources: [Entry("", ["secrets"])]), Rule("Metadata")), CheckProfile.Cis));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void CatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1201", PolicyOf(Rule("Metadata")), CheckProfile.Cis));

    [Fact]
    public void OneUserLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1201", PolicyOf(Rule("None", users: ["system:apiserver"]), Rule("Metadata")), CheckProfile.Cis));

    [Fact]
    public void OneConfigMapLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1201", PolicyOf(Rule("None", resources: [Entry("", ["configmaps"], ["leader"])]), Rule("Metadata")), CheckProfile.Cis));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1201", PolicyOf(Rule("None", verbs: ["get"], resources: [Entry("", ["secrets"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1201", PolicyOf(Rule(Unknown)), CheckProfile.Cis));

    [Fact]
    public void NodesLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1201", PolicyOf(Rule("None", userGroups: ["system:nodes"]), Rule("Metadata")), CheckProfile.Cis));
}
