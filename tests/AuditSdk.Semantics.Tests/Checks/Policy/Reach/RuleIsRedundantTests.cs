using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class RuleIsRedundantTests
{
    [Fact]
    public void BeforeTheSame_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1002", PolicyOf(Rule("Metadata", verbs: ["get"]), Rule("Metadata", verbs: ["get", "list"]), Rule("None")), CheckProfile.Strict));

        Assert.Equal("rules[0]", finding.Path);
        Assert.Equal("Delete rules[0]; later rules decide the same", finding.Remedy?.Title);
    }

    [Fact]
    public void NoneBeforeWhatIsNotLoggedAnyway_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1002", PolicyOf(Rule("Metadata", verbs: ["get"]), Rule("None", verbs: ["list"]), Rule("None", verbs: ["list", "watch"]), Rule("Metadata")), CheckProfile.Strict));

        Assert.Equal("rules[1]", finding.Path);
        Assert.Equal("Delete rules[1]; later rules decide the same", finding.Remedy?.Title);
    }

    [Fact]
    public void LevelOfTheCatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1002", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]), Rule("Metadata")), CheckProfile.Strict));

    [Fact]
    public void NoneAtTheEnd_Silent() => Assert.Empty(PolicyFindings.Of("AUD1002", PolicyOf(Rule("Metadata", verbs: ["get"]), Rule("None")), CheckProfile.Strict));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1002", PolicyOf(Rule("Metadata", verbs: ["get"]), Rule("Metadata", verbs: ["get", "list"]), Rule("None"))));

    [Fact]
    public void UnknownRuleBetween_Silent() => Assert.Empty(PolicyFindings.Of("AUD1002", PolicyOf(Rule("Metadata", verbs: ["get"]), Rule("Metadata", verbs: UnknownList), Rule("None")), CheckProfile.Strict));
}
