using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class GroupInResourceTests
{
    [Fact]
    public void GroupBehindADot_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployments.apps"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'deployments'", finding.Remedy?.Title);
    }

    [Fact]
    public void GroupBeforeASlash_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["apps/deployments"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'deployments'", finding.Remedy?.Title);
    }

    [Fact]
    public void AnotherGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("", ["deployments.apps"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Select deployments.apps", finding.Remedy?.Title);
    }

    [Fact]
    public void GroupThatNoCatalogKnows_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("postgresqls", ["acid.zalan.do"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void NameAlone_Silent() => Assert.Empty(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployments", "deployments/scale"])]))));

    [Fact]
    public void SubresourceOfTheNameOfAGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/eviction"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1033", PolicyOf(Rule("Metadata", resources: [Entry("", [Unknown])]))));
}
