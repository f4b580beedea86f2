using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Urls;

public sealed class PathHasNoStarTests
{
    [Fact]
    public void Health_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/healthz"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Write '/healthz*'", finding.Remedy?.Title);
    }

    [Fact]
    public void TrailingSlash_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/openapi/"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Write '/openapi/*'", finding.Remedy?.Title);
    }

    [Fact]
    public void Api_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/api"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Add '/api/*'", finding.Remedy?.Title);
    }

    [Fact]
    public void Star_Silent() => Assert.Empty(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/healthz*"]), Rule("Metadata"))));

    [Fact]
    public void BothForms_Silent() => Assert.Empty(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/healthz", "/healthz/*"]), Rule("Metadata"))));

    [Fact]
    public void BesideTheProbes_Silent() => Assert.Empty(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/healthz", "/livez", "/readyz"]), Rule("Metadata"))));

    [Fact]
    public void PathWithoutOthersBelow_Silent() => Assert.Empty(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/version", "/metrics"]), Rule("Metadata"))));

    [Fact]
    public void RuleThatLogs_Silent() => Assert.Empty(PolicyFindings.Of("AUD1071", PolicyOf(Rule("Metadata", urls: ["/healthz"]))));

    [Fact]
    public void UnknownPath_Silent() => Assert.Empty(PolicyFindings.Of("AUD1071", PolicyOf(Rule("None", urls: ["/healthz", Unknown]), Rule("Metadata"))));
}
