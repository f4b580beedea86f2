using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class UserAmongGroupsTests
{
    [Fact]
    public void OnlyUsers_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1053", PolicyOf(Rule("None", userGroups: ["system:kube-scheduler"]), Rule("Metadata"))));

        Assert.Equal("rules[0].userGroups[0]", finding.Path);
        Assert.Equal("Write them in users", finding.Remedy?.Title);
    }

    [Fact]
    public void Account_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1053", PolicyOf(Rule("None", userGroups: ["system:serviceaccount:kube-system:replicaset-controller", "devs"]), Rule("Metadata"))));

        Assert.Equal("rules[0].userGroups[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void NamespaceOfAccounts_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1053", PolicyOf(Rule("None", userGroups: ["system:serviceaccount:kube-system"]), Rule("Metadata"))));

        Assert.Equal("rules[0].userGroups[0]", finding.Path);
        Assert.Equal("Write 'system:serviceaccounts:kube-system'", finding.Remedy?.Title);
    }

    [Fact]
    public void Groups_Silent() => Assert.Empty(PolicyFindings.Of("AUD1053", PolicyOf(Rule("None", userGroups: ["system:nodes", "system:serviceaccounts:kube-system", "devs"]), Rule("Metadata"))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1053", PolicyOf(Rule("None", userGroups: [Unknown]), Rule("Metadata"))));
}
