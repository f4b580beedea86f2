using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Urls;

public sealed class SlashStarMissesThePathItselfTests
{
    [Fact]
    public void Health_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1073", PolicyOf(Rule("None", urls: ["/healthz/*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Add '/healthz'", finding.Remedy?.Title);
    }

    [Fact]
    public void BothForms_Silent() => Assert.Empty(PolicyFindings.Of("AUD1073", PolicyOf(Rule("None", urls: ["/healthz", "/healthz/*"]), Rule("Metadata"))));

    [Fact]
    public void PathThatIsNotServed_Silent() => Assert.Empty(PolicyFindings.Of("AUD1073", PolicyOf(Rule("None", urls: ["/openapi/*"]), Rule("Metadata"))));

    [Fact]
    public void UnknownPath_Silent() => Assert.Empty(PolicyFindings.Of("AUD1073", PolicyOf(Rule("None", urls: ["/healthz/*", Unknown]), Rule("Metadata"))));
}
