using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class CatchAllWantsAUserTests
{
    [Fact]
    public void BothGroups_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1056", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated", "system:unauthenticated"]))));

        Assert.Equal("rules[0].userGroups", finding.Path);
        Assert.Equal("Leave userGroups out", finding.Remedy?.Title);
    }

    [Fact]
    public void AuthenticatedOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1056", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]))));

        Assert.Equal("rules[0].userGroups", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void CatchAllAfter_Silent() => Assert.Empty(PolicyFindings.Of("AUD1056", PolicyOf(Rule("Request", userGroups: ["system:authenticated"]), Rule("Metadata"))));

    [Fact]
    public void OneGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1056", PolicyOf(Rule("Metadata", userGroups: ["devs"]))));

    [Fact]
    public void UnknownRuleAfter_Silent() => Assert.Empty(PolicyFindings.Of("AUD1056", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("Metadata", verbs: UnknownList))));
}
