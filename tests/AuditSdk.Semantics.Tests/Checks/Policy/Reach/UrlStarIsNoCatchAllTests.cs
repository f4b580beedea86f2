using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class UrlStarIsNoCatchAllTests
{
    [Fact]
    public void StarAlone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1005", PolicyOf(Rule("Metadata", urls: ["*"]))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void WithACatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1005", PolicyOf(Rule("Metadata", urls: ["*"]), Rule("None"))));

    [Fact]
    public void WithAllResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1005", PolicyOf(Rule("Metadata", urls: ["*"]), Rule("Metadata", resources: [Entry("*")]))));

    [Fact]
    public void UnknownRuleAfter_Silent() => Assert.Empty(PolicyFindings.Of("AUD1005", PolicyOf(Rule("Metadata", urls: ["*"]), Rule("Metadata", resources: UnknownResources))));
}
