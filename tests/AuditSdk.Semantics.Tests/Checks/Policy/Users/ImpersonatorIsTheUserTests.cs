using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Users;

public sealed class ImpersonatorIsTheUserTests
{
    [Fact]
    public void PersonAtNone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1057", PolicyOf(Rule("None", users: ["alice"]), Rule("Metadata"))));

        Assert.Equal("rules[0].users", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void PersonThatIsLogged_Silent() => Assert.Empty(PolicyFindings.Of("AUD1057", PolicyOf(Rule("Metadata", users: ["alice"]))));

    [Fact]
    public void PersonOnOneResource_Silent() => Assert.Empty(PolicyFindings.Of("AUD1057", PolicyOf(Rule("None", users: ["alice"], resources: [Entry("", ["events"])]), Rule("Metadata"))));

    [Fact]
    public void SystemUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1057", PolicyOf(Rule("None", users: ["system:apiserver"]), Rule("Metadata"))));

    [Fact]
    public void UnknownUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1057", PolicyOf(Rule("None", users: ["alice", Unknown]), Rule("Metadata"))));

    [Fact]
    public void EmptyName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1057", PolicyOf(Rule("None", users: [""]), Rule("Metadata"))));
}
