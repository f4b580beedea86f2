using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class EveryStageIsOmittedTests
{
    [Fact]
    public void JoinedWithThePolicys_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1010", PolicyOf(["RequestReceived"], Rule("RequestResponse", omitStages: ["ResponseComplete", "ResponseStarted", "Panic"]))));

        Assert.Equal("rules[0].omitStages[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void AllInThePolicy_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1010", PolicyOf(["RequestReceived", "ResponseStarted", "ResponseComplete"], Rule("Metadata"))));

        Assert.Equal("omitStages[2]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void OneIsLeft_Silent() => Assert.Empty(PolicyFindings.Of("AUD1010", PolicyOf(["RequestReceived"], Rule("Metadata", omitStages: ["ResponseStarted"]))));

    [Fact]
    public void RuleThatLogsNothing_Silent() => Assert.Empty(PolicyFindings.Of("AUD1010", PolicyOf(["RequestReceived"], Rule("None", omitStages: ["ResponseComplete", "ResponseStarted", "Panic"]))));

    [Fact]
    public void UnknownStage_Silent() => Assert.Empty(PolicyFindings.Of("AUD1010", PolicyOf(["RequestReceived"], Rule("Metadata", omitStages: ["ResponseStarted", Unknown]))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1010", PolicyOf(["RequestReceived", "ResponseStarted", "ResponseComplete"], Rule(Unknown))));
}
