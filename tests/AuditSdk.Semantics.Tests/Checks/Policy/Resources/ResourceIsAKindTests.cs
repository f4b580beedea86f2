using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class ResourceIsAKindTests
{
    [Fact]
    public void Kind_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1022", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["Deployment"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'deployments'", finding.Remedy?.Title);
    }

    [Fact]
    public void PluralWithUpperCase_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1022", PolicyOf(Rule("Metadata", resources: [Entry("", ["Pods"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'pods'", finding.Remedy?.Title);
    }

    [Fact]
    public void KindOfAnotherGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1022", PolicyOf(Rule("Metadata", resources: [Entry("", ["Ingress"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Select ingresses.networking.k8s.io", finding.Remedy?.Title);
    }

    [Fact]
    public void LowerCasePlural_Silent() => Assert.Empty(PolicyFindings.Of("AUD1022", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployments"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1022", PolicyOf(Rule("Metadata", resources: [Entry("apps", [Unknown])]))));
}
