using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class ResponseStartedIsOmittedTests
{
    [Fact]
    public void CatchAll_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1012", PolicyOf(Rule("Metadata", omitStages: ["ResponseStarted"]))));

        Assert.Equal("rules[0].omitStages[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void RequestReceivedOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1012", PolicyOf(Rule("Metadata", omitStages: ["RequestReceived"]))));

    [Fact]
    public void RuleThatWantsAUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1012", PolicyOf(Rule("Metadata", userGroups: ["system:nodes"], omitStages: ["ResponseStarted"]))));

    [Fact]
    public void UnknownStage_Silent() => Assert.Empty(PolicyFindings.Of("AUD1012", PolicyOf(Rule("Metadata", omitStages: [Unknown]))));
}
