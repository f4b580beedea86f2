using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Secrets;

public sealed class SecretsAreWrittenTests
{
    [Fact]
    public void CatchAllWithBodies_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1080", PolicyOf(Rule("RequestResponse"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'secrets' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void WholeCoreGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Request", resources: [Entry("")]))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'secrets' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void OneUser_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1080", PolicyOf(Rule("RequestResponse", users: ["alice"]), Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'secrets' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void BehindARuleForOtherVerbs_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Metadata", verbs: ["get", "list", "watch"], resources: [Entry("", ["secrets"])]), Rule("Request"))));

        Assert.Equal("rules[1].level", finding.Path);
        Assert.Equal("Log 'secrets' at Metadata before rules[1]", finding.Remedy?.Title);
    }

    [Fact]
    public void MetadataBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]), Rule("RequestResponse"))));

    [Fact]
    public void MetadataForAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Metadata"))));

    [Fact]
    public void NobodyReachesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("RequestResponse"))));

    [Fact]
    public void WithoutResponseComplete_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("RequestResponse", omitStages: ["ResponseComplete"]))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule(Unknown))));

    [Fact]
    public void InvalidLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Everything"))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Metadata", resources: UnknownResources), Rule("RequestResponse"))));

    [Fact]
    public void ReadsAtRequest_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Request", verbs: ["get", "list", "watch"]), Rule("Metadata"))));

    [Fact]
    public void WatchesWithBodies_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("RequestResponse", verbs: ["watch"]), Rule("Metadata"))));

    [Fact]
    public void CreateByName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("Request", verbs: ["create"], resources: [Entry("", ["secrets"], ["db"])]))));

    [Fact]
    public void GroupWithAStar_Silent() => Assert.Empty(PolicyFindings.Of("AUD1080", PolicyOf(Rule("RequestResponse", userGroups: ["system:*"]), Rule("Metadata"))));
}
