using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class StarInUsersTests
{
    [Fact]
    public void Prefix_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: ["system:*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Everyone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: ["*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Leave users out", finding.Remedy?.Title);
    }

    [Fact]
    public void AccountsOfANamespace_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: ["system:serviceaccount:kube-system:*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write userGroups 'system:serviceaccounts:kube-system'", finding.Remedy?.Title);
    }

    [Fact]
    public void Nodes_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: ["system:node:*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write userGroups 'system:nodes'", finding.Remedy?.Title);
    }

    [Fact]
    public void AccountsBesideAUser_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: ["system:node:*", "alice"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void WholeName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: ["system:kube-scheduler"]), Rule("Metadata"))));

    [Fact]
    public void UnknownUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1050", PolicyOf(Rule("None", users: [Unknown]), Rule("Metadata"))));
}
