using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class ResourceIsSingularTests
{
    [Fact]
    public void Singular_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployment"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'deployments'", finding.Remedy?.Title);
    }

    [Fact]
    public void ShortName_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deploy"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'deployments'", finding.Remedy?.Title);
    }

    [Fact]
    public void SingularWithSubresource_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("", ["pod/exec"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'pods/exec'", finding.Remedy?.Title);
    }

    [Fact]
    public void SingularOfAnotherGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("", ["deployment"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Select deployments.apps", finding.Remedy?.Title);
    }

    [Fact]
    public void Plural_Silent() => Assert.Empty(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("apps", ["deployments"])]))));

    [Fact]
    public void SingularThatIsThePlural_Silent() => Assert.Empty(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("", ["endpoints"])]))));

    [Fact]
    public void GroupOfCustomResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry("example.com", ["deployment"])]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1021", PolicyOf(Rule("Metadata", resources: [Entry(Unknown, ["deployment"])]))));
}
