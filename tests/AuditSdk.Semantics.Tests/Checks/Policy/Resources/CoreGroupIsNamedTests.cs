using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class CoreGroupIsNamedTests
{
    [Fact]
    public void Core_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1024", PolicyOf(Rule("Metadata", resources: [Entry("core", ["pods"])]))));

        Assert.Equal("rules[0].resources[0].group", finding.Path);
        Assert.Equal("Write the core group", finding.Remedy?.Title);
    }

    [Fact]
    public void Version_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1024", PolicyOf(Rule("Metadata", resources: [Entry("v1", ["pods"])]))));

        Assert.Equal("rules[0].resources[0].group", finding.Path);
        Assert.Equal("Write the core group", finding.Remedy?.Title);
    }

    [Fact]
    public void EmptyGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1024", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods"])]))));

    [Fact]
    public void AnotherGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1024", PolicyOf(Rule("Metadata", resources: [Entry("core.example.com", ["pods"])]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1024", PolicyOf(Rule("Metadata", resources: [Entry(Unknown, ["pods"])]))));
}
