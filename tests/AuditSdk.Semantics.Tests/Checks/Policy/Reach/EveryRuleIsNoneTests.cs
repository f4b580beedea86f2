using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class EveryRuleIsNoneTests
{
    [Fact]
    public void OnlyNone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1004", PolicyOf(Rule("None", verbs: ["get"]), Rule("None"))));

        Assert.Null(finding.Path);
    }

    [Fact]
    public void OneThatLogs_Silent() => Assert.Empty(PolicyFindings.Of("AUD1004", PolicyOf(Rule("None", verbs: ["get"]), Rule("Metadata"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1004", PolicyOf(Rule("None", verbs: ["get"]), Rule(Unknown))));

    [Fact]
    public void NoRules_Silent() => Assert.Empty(PolicyFindings.Of("AUD1004", PolicyOf()));
}
