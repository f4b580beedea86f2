using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class YamlApplyIsLostTests
{
    [Fact]
    public void BodiesWithoutRequestReceived_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule("Request", resources: [Entry("apps", ["deployments"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void RequestReceivedIsKept_Silent() => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(Rule("Request", resources: [Entry("apps", ["deployments"])]), Rule("Metadata"))));

    [Fact]
    public void Metadata_Silent() => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule("Metadata"))));

    [Fact]
    public void ResourceThatTakesNoPatch_Silent() => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule("Request", resources: [Entry("authorization.k8s.io", ["subjectaccessreviews"])]), Rule("Metadata"))));

    [Fact]
    public void VerbsWithoutPatch_Silent() => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule("Request", verbs: ["create"]), Rule("Metadata"))));

    [Fact]
    public void ReleaseThatWritesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule("Request", resources: [Entry("apps", ["deployments"])]), Rule("Metadata")), release: "1.37"));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule(Unknown))));

    [Fact]
    public void FailedLoginsOnly_Silent()
        => Assert.Empty(PolicyFindings.Of("AUD1016", PolicyOf(["RequestReceived"], Rule("Metadata", userGroups: ["system:authenticated", "system:unauthenticated"]), Rule("RequestResponse"))));
}
