using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Urls;

public sealed class UrlIsAResourceTests
{
    [Fact]
    public void VersionOfCore_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1070", PolicyOf(Rule("None", urls: ["/api/v1/*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void ResourceOfAGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1070", PolicyOf(Rule("None", urls: ["/apis/apps/v1/deployments"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Discovery_Silent() => Assert.Empty(PolicyFindings.Of("AUD1070", PolicyOf(Rule("None", urls: ["/api*", "/api/*", "/api/v1", "/apis/apps/*", "/apis/apps/v1"]), Rule("Metadata"))));

    [Fact]
    public void OtherPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1070", PolicyOf(Rule("None", urls: ["/healthz", "/version"]), Rule("Metadata"))));

    [Fact]
    public void UnknownPath_Silent() => Assert.Empty(PolicyFindings.Of("AUD1070", PolicyOf(Rule("None", urls: [Unknown]), Rule("Metadata"))));
}
