using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class VersionIsInTheGroupTests
{
    [Fact]
    public void VersionBefore_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1028", PolicyOf(Rule("Metadata", resources: [Entry("v1.apps")]))));

        Assert.Equal("rules[0].resources[0].group", finding.Path);
        Assert.Equal("Write group 'apps'", finding.Remedy?.Title);
    }

    [Fact]
    public void VersionBehind_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1028", PolicyOf(Rule("Metadata", resources: [Entry("batch.v1beta1")]))));

        Assert.Equal("rules[0].resources[0].group", finding.Path);
        Assert.Equal("Write group 'batch'", finding.Remedy?.Title);
    }

    [Fact]
    public void Group_Silent() => Assert.Empty(PolicyFindings.Of("AUD1028", PolicyOf(Rule("Metadata", resources: [Entry("apps")]))));

    [Fact]
    public void GroupThatNoCatalogKnows_Silent() => Assert.Empty(PolicyFindings.Of("AUD1028", PolicyOf(Rule("Metadata", resources: [Entry("v1.example.com")]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1028", PolicyOf(Rule("Metadata", resources: [Entry(Unknown)]))));
}
