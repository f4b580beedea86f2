using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Secrets;

public sealed class ConfigMapsAreWrittenTests
{
    [Fact]
    public void CatchAllWithBodies_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1083", PolicyOf(Rule("RequestResponse"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'configmaps' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void Named_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Request", resources: [Entry("", ["configmaps"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'configmaps' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void MetadataBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Metadata", resources: [Entry("", ["configmaps"])]), Rule("RequestResponse"))));

    [Fact]
    public void MetadataForAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Metadata"))));

    [Fact]
    public void NobodyReachesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("RequestResponse"))));

    [Fact]
    public void WithoutResponseComplete_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("RequestResponse", omitStages: ["ResponseComplete"]))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule(Unknown))));

    [Fact]
    public void InvalidLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Everything"))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Metadata", resources: UnknownResources), Rule("RequestResponse"))));

    [Fact]
    public void ReadsAtRequest_Silent() => Assert.Empty(PolicyFindings.Of("AUD1083", PolicyOf(Rule("Request", verbs: ["get", "list", "watch"], resources: [Entry("", ["configmaps"])]), Rule("Metadata"))));
}
