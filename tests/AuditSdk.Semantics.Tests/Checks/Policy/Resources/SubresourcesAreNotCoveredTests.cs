using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class SubresourcesAreNotCoveredTests
{
    [Fact]
    public void Pods_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Add 'pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers' and 'pods/eviction'", finding.Remedy?.Title);
    }

    [Fact]
    public void ServiceAccounts_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", resources: [Entry("", ["serviceaccounts"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Add 'serviceaccounts/token'", finding.Remedy?.Title);
    }

    [Fact]
    public void CatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Request", resources: [Entry("", ["pods"])]), Rule("Metadata"))));

    [Fact]
    public void Star_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/*"])]))));

    [Fact]
    public void Named_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods", "pods/exec", "pods/attach", "pods/portforward", "pods/ephemeralcontainers", "pods/eviction"])]))));

    [Fact]
    public void NamedToBeLeftOut_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", resources: [Entry("", ["serviceaccounts"])]), Rule("None", resources: [Entry("", ["serviceaccounts/token"])]))));

    [Fact]
    public void VerbsThatTheyDoNotTake_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", verbs: ["list", "watch"], resources: [Entry("", ["pods"])]))));

    [Fact]
    public void RuleForOneUser_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", users: ["alice"], resources: [Entry("", ["pods"])]))));

    [Fact]
    public void UnknownRuleAfter_Silent() => Assert.Empty(PolicyFindings.Of("AUD1029", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods"])]), Rule("Metadata", resources: UnknownResources))));
}
