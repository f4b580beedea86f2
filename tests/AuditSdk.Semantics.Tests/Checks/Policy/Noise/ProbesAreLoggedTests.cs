using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Noise;

public sealed class ProbesAreLoggedTests
{
    [Fact]
    public void CatchAll_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1091", PolicyOf(Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Leave '/livez*' and '/readyz*' out of the log", finding.Remedy?.Title);
    }

    [Fact]
    public void HealthzOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1091", PolicyOf(Rule("None", urls: ["/healthz*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs", finding.Path);
        Assert.Equal("Add '/livez*' and '/readyz*'", finding.Remedy?.Title);
    }

    [Fact]
    public void OneOfThem_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1091", PolicyOf(Rule("None", urls: ["/healthz*", "/livez*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs", finding.Path);
        Assert.Equal("Add '/readyz*'", finding.Remedy?.Title);
    }

    [Fact]
    public void ForThoseWhoAreLoggedInOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1091", PolicyOf(Rule("None", userGroups: ["system:authenticated"], urls: ["/healthz*", "/livez*", "/readyz*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void AllOfThem_Silent() => Assert.Empty(PolicyFindings.Of("AUD1091", PolicyOf(Rule("None", urls: ["/healthz*", "/livez*", "/readyz*"]), Rule("Metadata"))));

    [Fact]
    public void ResourcesOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1091", PolicyOf(Rule("Metadata", resources: [Entry("*")]))));

    [Fact]
    public void UnknownPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1091", PolicyOf(Rule("None", urls: UnknownList), Rule("Metadata"))));

    [Fact]
    public void LoggedInUsersOnly_Silent() => Assert.Empty(PolicyFindings.Of("AUD1091", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("None"))));

    [Fact]
    public void LaterRuleForTheAnonymous_ReportedThere()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1091", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated"]), Rule("Metadata", userGroups: ["system:unauthenticated"]), Rule("None"))));

        Assert.Equal("rules[1].level", finding.Path);
    }
}
