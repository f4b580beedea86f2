using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Noise;

public sealed class RequestReceivedIsLoggedTests
{
    [Fact]
    public void EveryStage_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1093", PolicyOf(Rule("Metadata"))));

        Assert.Null(finding.Path);
        Assert.Equal("Leave out RequestReceived", finding.Remedy?.Title);
    }

    [Fact]
    public void LeftOutByThePolicy_Silent() => Assert.Empty(PolicyFindings.Of("AUD1093", PolicyOf(["RequestReceived"], Rule("Metadata"))));

    [Fact]
    public void LeftOutByARule_Silent() => Assert.Empty(PolicyFindings.Of("AUD1093", PolicyOf(Rule("Request", verbs: ["create"]), Rule("Metadata", omitStages: ["RequestReceived"]))));

    [Fact]
    public void NothingIsLogged_Silent() => Assert.Empty(PolicyFindings.Of("AUD1093", PolicyOf(Rule("None"))));

    [Fact]
    public void UnknownStages_Silent() => Assert.Empty(PolicyFindings.Of("AUD1093", PolicyOf(Rule("Metadata", omitStages: UnknownList))));
}
