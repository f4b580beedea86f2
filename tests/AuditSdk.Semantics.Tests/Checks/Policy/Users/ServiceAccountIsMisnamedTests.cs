using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class ServiceAccountIsMisnamedTests
{
    [Fact]
    public void NamespaceSlashName_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["kube-system/replicaset-controller"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write 'system:serviceaccount:kube-system:replicaset-controller'", finding.Remedy?.Title);
    }

    [Fact]
    public void NamespaceLeftOut_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["system:serviceaccount:replicaset-controller"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write 'system:serviceaccount:kube-system:replicaset-controller'", finding.Remedy?.Title);
    }

    [Fact]
    public void NameAlone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["replicaset-controller"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write 'system:serviceaccount:kube-system:replicaset-controller'", finding.Remedy?.Title);
    }

    [Fact]
    public void AccountOfAnUnknownNamespace_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["system:serviceaccount:deployer"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void PluralPrefix_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["system:serviceaccounts:prod:deployer"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users[0]", finding.Path);
        Assert.Equal("Write 'system:serviceaccount:prod:deployer'", finding.Remedy?.Title);
    }

    [Fact]
    public void FullName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["system:serviceaccount:kube-system:replicaset-controller"]), Rule("Metadata"))));

    [Fact]
    public void NamesOfPeople_Silent() => Assert.Empty(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["alice", "team/bob", "https://issuer.example.com#carol"]), Rule("Metadata"))));

    [Fact]
    public void UnknownUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: [Unknown]), Rule("Metadata"))));

    [Fact]
    public void SameAccountMisnamedTwice_ReportedWithTheAdviceOfItsFix()
    {
        IReadOnlyList<Finding> findings = PolicyFindings.Of("AUD1055", PolicyOf(Rule("None", users: ["system:serviceaccounts:prod:deployer", "serviceaccount:prod:deployer"]), Rule("Metadata")));

        Assert.Equal(["Write 'system:serviceaccount:prod:deployer'", "Drop 'serviceaccount:prod:deployer'"], findings.Select(f => f.Remedy?.Title));
        Assert.EndsWith(" Write 'system:serviceaccount:prod:deployer'.", findings[0].Message, StringComparison.Ordinal);
        Assert.EndsWith(" drop it.", findings[1].Message, StringComparison.Ordinal);
    }
}
