using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class SubresourceIsUnknownTests
{
    [Fact]
    public void Misspelt_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/logs"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'pods/log'", finding.Remedy?.Title);
    }

    [Fact]
    public void LongForm_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/execute"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'pods/exec'", finding.Remedy?.Title);
    }

    [Fact]
    public void ResourceWithoutAny_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets/data"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void OfAnyResource_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("", ["*/logs"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write '*/log'", finding.Remedy?.Title);
    }

    [Fact]
    public void KnownSubresource_Silent() => Assert.Empty(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/log", "*/status", "pods/*"])]))));

    [Fact]
    public void StarOfAGroupWithoutIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("coordination.k8s.io", ["*/status"])]))));

    [Fact]
    public void GroupOfCustomResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry("example.com", ["widgets/parts"])]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1034", PolicyOf(Rule("Metadata", resources: [Entry(Unknown, ["pods/logs"])]))));
}
