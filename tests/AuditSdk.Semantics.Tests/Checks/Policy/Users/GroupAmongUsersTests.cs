using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class GroupAmongUsersTests
{
    [Fact]
    public void OnlyGroups_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1052", PolicyOf(Rule("None", users: ["system:masters"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write them in userGroups", finding.Remedy?.Title);
    }

    [Fact]
    public void GroupBesideAUser_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1052", PolicyOf(Rule("None", users: ["system:nodes", "alice"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void AccountsOfANamespace_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1052", PolicyOf(Rule("None", users: ["system:serviceaccounts:kube-system"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write them in userGroups", finding.Remedy?.Title);
    }

    [Fact]
    public void TheRoleOfNodes_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1052", PolicyOf(Rule("None", users: ["system:node"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Users_Silent() => Assert.Empty(PolicyFindings.Of("AUD1052", PolicyOf(Rule("None", users: ["system:kube-scheduler", "system:node:a", "alice"]), Rule("Metadata"))));

    [Fact]
    public void UnknownUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1052", PolicyOf(Rule("None", users: [Unknown]), Rule("Metadata"))));
}
