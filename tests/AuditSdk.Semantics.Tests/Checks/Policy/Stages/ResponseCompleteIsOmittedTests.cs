using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class ResponseCompleteIsOmittedTests
{
    [Fact]
    public void InTheRule_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1011", PolicyOf(Rule("RequestResponse", omitStages: ["ResponseComplete"]))));

        Assert.Equal("rules[0].omitStages[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void InThePolicy_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1011", PolicyOf(["RequestReceived", "ResponseComplete"], Rule("Metadata"))));

        Assert.Equal("omitStages[1]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void RequestReceivedOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1011", PolicyOf(["RequestReceived"], Rule("Metadata"))));

    [Fact]
    public void RuleThatLogsNothing_Silent() => Assert.Empty(PolicyFindings.Of("AUD1011", PolicyOf(Rule("None", omitStages: ["ResponseComplete"]))));

    [Fact]
    public void UnknownStage_Silent() => Assert.Empty(PolicyFindings.Of("AUD1011", PolicyOf(Rule("Metadata", omitStages: [Unknown]))));
}
