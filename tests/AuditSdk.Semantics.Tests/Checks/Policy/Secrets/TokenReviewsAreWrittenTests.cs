using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Secrets;

public sealed class TokenReviewsAreWrittenTests
{
    [Fact]
    public void CatchAllWithBodies_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1082", PolicyOf(Rule("RequestResponse"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'tokenreviews.authentication.k8s.io' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void WholeGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Request", resources: [Entry("authentication.k8s.io")]))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'tokenreviews.authentication.k8s.io' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void MetadataBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Metadata", resources: [Entry("authentication.k8s.io", ["tokenreviews"])]), Rule("RequestResponse"))));

    [Fact]
    public void MetadataForAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Metadata"))));

    [Fact]
    public void NobodyReachesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("RequestResponse"))));

    [Fact]
    public void WithoutResponseComplete_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("RequestResponse", omitStages: ["ResponseComplete"]))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule(Unknown))));

    [Fact]
    public void InvalidLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Everything"))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Metadata", resources: UnknownResources), Rule("RequestResponse"))));

    [Fact]
    public void CoreGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Request", resources: [Entry("")]))));

    [Fact]
    public void InANamespace_Silent() => Assert.Empty(PolicyFindings.Of("AUD1082", PolicyOf(Rule("Request", namespaces: ["default"]), Rule("Metadata"))));
}
