using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class HttpMethodOnResourcesTests
{
    [Fact]
    public void Post_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1042", PolicyOf(Rule("Metadata", verbs: ["post"], resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'create'", finding.Remedy?.Title);
    }

    [Fact]
    public void PutInANamespace_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1042", PolicyOf(Rule("Metadata", verbs: ["put"], namespaces: ["default"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'update'", finding.Remedy?.Title);
    }

    [Fact]
    public void Options_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1042", PolicyOf(Rule("Metadata", verbs: ["options"], resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void PostOnPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1042", PolicyOf(Rule("Metadata", verbs: ["post"], urls: ["/healthz"]))));

    [Fact]
    public void PostOnBoth_Silent() => Assert.Empty(PolicyFindings.Of("AUD1042", PolicyOf(Rule("Metadata", verbs: ["post", "create"]))));

    [Fact]
    public void UnknownResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1042", PolicyOf(Rule("Metadata", verbs: [Unknown], resources: [Entry("", ["pods"])]))));
}
