using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class StarSlashStarMatchesNothingTests
{
    [Fact]
    public void StarSlashStar_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1031", PolicyOf(Rule("Metadata", resources: [Entry("", ["*/*"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write '*'", finding.Remedy?.Title);
    }

    [Fact]
    public void StarSlashStarBesideStar_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1031", PolicyOf(Rule("Metadata", resources: [Entry("", ["*", "*/*"])]))));

        Assert.Equal("rules[0].resources[0].resources[1]", finding.Path);
        Assert.Equal("Drop '*/*'", finding.Remedy?.Title);
    }

    [Fact]
    public void Star_Silent() => Assert.Empty(PolicyFindings.Of("AUD1031", PolicyOf(Rule("Metadata", resources: [Entry("", ["*", "*/log", "pods/*"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1031", PolicyOf(Rule("Metadata", resources: [Entry("", [Unknown])]))));
}
