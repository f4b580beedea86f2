using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class StarInsideANameTests
{
    [Fact]
    public void StarBehind_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1032", PolicyOf(Rule("Metadata", resources: [Entry("", ["pod*"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void StarWithin_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1032", PolicyOf(Rule("Metadata", resources: [Entry("", ["secr*ts"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void StarInTheSubresource_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1032", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/ex*"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void StarsThatWork_Silent() => Assert.Empty(PolicyFindings.Of("AUD1032", PolicyOf(Rule("Metadata", resources: [Entry("", ["*", "pods/*", "*/status"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1032", PolicyOf(Rule("Metadata", resources: [Entry("", [Unknown])]))));
}
