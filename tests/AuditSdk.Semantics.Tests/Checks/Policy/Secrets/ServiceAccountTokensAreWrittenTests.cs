using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Secrets;

public sealed class ServiceAccountTokensAreWrittenTests
{
    [Fact]
    public void CatchAllWithBodies_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1081", PolicyOf(Rule("RequestResponse"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'serviceaccounts/token' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void StarOfServiceAccounts_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1081", PolicyOf(Rule("RequestResponse", resources: [Entry("", ["serviceaccounts/*"])]))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'serviceaccounts/token' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void MetadataBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("Metadata", resources: [Entry("", ["serviceaccounts/token"])]), Rule("RequestResponse"))));

    [Fact]
    public void MetadataForAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("Metadata"))));

    [Fact]
    public void NobodyReachesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("RequestResponse"))));

    [Fact]
    public void WithoutResponseComplete_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("RequestResponse", omitStages: ["ResponseComplete"]))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule(Unknown))));

    [Fact]
    public void InvalidLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("Everything"))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("Metadata", resources: UnknownResources), Rule("RequestResponse"))));

    [Fact]
    public void RequestsOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("Request"))));

    [Fact]
    public void ServiceAccountsThemselves_Silent() => Assert.Empty(PolicyFindings.Of("AUD1081", PolicyOf(Rule("RequestResponse", resources: [Entry("", ["serviceaccounts"])]))));
}
