using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class RuleIsUnreachableTests
{
    [Fact]
    public void SpecialRuleAfterTheCatchAll_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1001", PolicyOf(Rule("Metadata"), Rule("RequestResponse", resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[1]", finding.Path);
        Assert.Equal("Move rules[1] before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void RuleAfterAStar_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1001", PolicyOf(Rule("Request", resources: [Entry("", ["*"])]), Rule("Metadata", resources: [Entry("", ["secrets"])]))));

        Assert.Equal("rules[1]", finding.Path);
        Assert.Equal("Move rules[1] before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void SameRuleAgain_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1001", PolicyOf(Rule("None", resources: [Entry("", ["events"])]), Rule("Metadata", resources: [Entry("", ["events"])]))));

        Assert.Equal("rules[1]", finding.Path);
        Assert.Equal("Delete rules[1], which decides nothing", finding.Remedy?.Title);
    }

    [Fact]
    public void CoveredByTwoTogether_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1001", PolicyOf(Rule("Metadata", verbs: ["get"]), Rule("None", verbs: ["list"]), Rule("Request", verbs: ["get", "list"], resources: [Entry("", ["pods"])]), Rule("Metadata"))));

        Assert.Equal("rules[2]", finding.Path);
        Assert.Equal("Move rules[2] before rules[0]", finding.Remedy?.Title);
        Assert.Contains("rules[0], rules[1] together", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CoveredAtTheSameLevel_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1001", PolicyOf(Rule("Metadata", verbs: ["get", "list"]), Rule("Metadata", verbs: ["get"]), Rule("None"))));

        Assert.Equal("rules[1]", finding.Path);
        Assert.Equal("Delete rules[1], which decides nothing", finding.Remedy?.Title);
    }

    [Fact]
    public void SpecialBeforeGeneral_Silent() => Assert.Empty(PolicyFindings.Of("AUD1001", PolicyOf(Rule("RequestResponse", resources: [Entry("", ["pods"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1001", PolicyOf(Rule("Metadata", verbs: UnknownList), Rule("RequestResponse", resources: [Entry("", ["pods"])]))));

    [Fact]
    public void UnknownVerbBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1001", PolicyOf(Rule("Metadata", verbs: ["get", Unknown]), Rule("Request", verbs: ["list"]))));
}
