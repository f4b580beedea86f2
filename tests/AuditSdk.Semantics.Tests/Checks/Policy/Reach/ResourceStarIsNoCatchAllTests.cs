using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class ResourceStarIsNoCatchAllTests
{
    [Fact]
    public void StarAlone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1006", PolicyOf(Rule("Metadata", resources: [Entry("*")]))));

        Assert.Equal("rules[0].resources[0].group", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void WithAllPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1006", PolicyOf(Rule("Metadata", resources: [Entry("*")]), Rule("Metadata", urls: ["*"]))));

    [Fact]
    public void WithACatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1006", PolicyOf(Rule("Request", resources: [Entry("*")]), Rule("Metadata"))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1006", PolicyOf(Rule("Metadata", resources: [Entry(Unknown)]))));
}
