using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Urls;

public sealed class PathHasAQueryTests
{
    [Fact]
    public void Query_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1074", PolicyOf(Rule("None", urls: ["/healthz?verbose"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Write '/healthz'", finding.Remedy?.Title);
    }

    [Fact]
    public void Fragment_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1074", PolicyOf(Rule("None", urls: ["/version#x"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Write '/version'", finding.Remedy?.Title);
    }

    [Fact]
    public void BesideThePath_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1074", PolicyOf(Rule("None", urls: ["/healthz", "/healthz?verbose"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[1]", finding.Path);
        Assert.Equal("Drop '/healthz?verbose'", finding.Remedy?.Title);
    }

    [Fact]
    public void Path_Silent() => Assert.Empty(PolicyFindings.Of("AUD1074", PolicyOf(Rule("None", urls: ["/healthz"]), Rule("Metadata"))));

    [Fact]
    public void UnknownPath_Silent() => Assert.Empty(PolicyFindings.Of("AUD1074", PolicyOf(Rule("None", urls: [Unknown]), Rule("Metadata"))));
}
