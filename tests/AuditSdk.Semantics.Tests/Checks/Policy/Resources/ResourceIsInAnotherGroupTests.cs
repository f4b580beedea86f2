using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class ResourceIsInAnotherGroupTests
{
    [Fact]
    public void DeploymentsInCore_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1023", PolicyOf(Rule("Metadata", resources: [Entry("", ["deployments"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write group 'apps'", finding.Remedy?.Title);
    }

    [Fact]
    public void OneNameOfSeveral_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1023", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods", "deployments"])]))));

        Assert.Equal("rules[0].resources[0].resources[1]", finding.Path);
        Assert.Equal("Select deployments.apps", finding.Remedy?.Title);
    }

    [Fact]
    public void NameOfSeveralGroups_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1023", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["events"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void RightGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1023", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployments"])]))));

    [Fact]
    public void EveryGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1023", PolicyOf(Rule("Metadata", resources: [Entry("*", ["deployments"])]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1023", PolicyOf(Rule("Metadata", resources: [Entry(Unknown, ["deployments"])]))));
}
