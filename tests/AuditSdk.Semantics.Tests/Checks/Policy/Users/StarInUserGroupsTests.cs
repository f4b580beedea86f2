using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class StarInUserGroupsTests
{
    [Fact]
    public void Prefix_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1051", PolicyOf(Rule("None", userGroups: ["system:*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].userGroups[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Everyone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1051", PolicyOf(Rule("None", userGroups: ["*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].userGroups[0]", finding.Path);
        Assert.Equal("Leave userGroups out", finding.Remedy?.Title);
    }

    [Fact]
    public void WholeName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1051", PolicyOf(Rule("None", userGroups: ["system:nodes"]), Rule("Metadata"))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1051", PolicyOf(Rule("None", userGroups: [Unknown]), Rule("Metadata"))));
}
