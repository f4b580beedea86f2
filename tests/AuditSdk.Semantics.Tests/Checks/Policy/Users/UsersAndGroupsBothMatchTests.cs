using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class UsersAndGroupsBothMatchTests
{
    [Fact]
    public void UserAndGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1054", PolicyOf(Rule("Metadata", users: ["alice"], userGroups: ["admins"]))));

        Assert.Equal("rules[0].userGroups", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void GroupThatFollows_Silent() => Assert.Empty(PolicyFindings.Of("AUD1054", PolicyOf(Rule("Metadata", users: ["system:serviceaccount:prod:deployer"], userGroups: ["system:serviceaccounts:prod"]))));

    [Fact]
    public void GroupsOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1054", PolicyOf(Rule("Metadata", userGroups: ["admins"]))));

    [Fact]
    public void UnknownUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1054", PolicyOf(Rule("Metadata", users: [Unknown], userGroups: ["admins"]))));
}
