using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class VerbIsUpperCaseTests
{
    [Fact]
    public void Get_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1040", PolicyOf(Rule("Metadata", verbs: ["GET"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'get'", finding.Remedy?.Title);
    }

    [Fact]
    public void PostOnResources_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1040", PolicyOf(Rule("Metadata", verbs: ["POST"], resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'create'", finding.Remedy?.Title);
    }

    [Fact]
    public void BesideTheRightOne_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1040", PolicyOf(Rule("Metadata", verbs: ["get", "GET"]))));

        Assert.Equal("rules[0].verbs[1]", finding.Path);
        Assert.Equal("Drop 'GET'", finding.Remedy?.Title);
    }

    [Fact]
    public void LowerCase_Silent() => Assert.Empty(PolicyFindings.Of("AUD1040", PolicyOf(Rule("Metadata", verbs: ["get", "create"]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1040", PolicyOf(Rule("Metadata", verbs: [Unknown]))));
}
