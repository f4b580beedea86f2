using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class RuleCannotBringBackAStageTests
{
    [Fact]
    public void EmptyList_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1013", PolicyOf(["RequestReceived"], Rule("Metadata", omitStages: []))));

        Assert.Equal("rules[0].omitStages", finding.Path);
        Assert.Equal("Drop the empty omitStages", finding.Remedy?.Title);
    }

    [Fact]
    public void NothingInThePolicy_Silent() => Assert.Empty(PolicyFindings.Of("AUD1013", PolicyOf(Rule("Metadata", omitStages: []))));

    [Fact]
    public void AnotherStage_Silent() => Assert.Empty(PolicyFindings.Of("AUD1013", PolicyOf(["RequestReceived"], Rule("Metadata", omitStages: ["Panic"]))));

    [Fact]
    public void UnknownList_Silent() => Assert.Empty(PolicyFindings.Of("AUD1013", PolicyOf(["RequestReceived"], Rule("Metadata", omitStages: UnknownList))));
}
