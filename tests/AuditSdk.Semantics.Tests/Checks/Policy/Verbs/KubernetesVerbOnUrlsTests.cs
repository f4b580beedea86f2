using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class KubernetesVerbOnUrlsTests
{
    [Fact]
    public void Create_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1043", PolicyOf(Rule("Metadata", verbs: ["create"], urls: ["*"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'post'", finding.Remedy?.Title);
    }

    [Fact]
    public void ListBesideGet_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1043", PolicyOf(Rule("Metadata", verbs: ["get", "list"], urls: ["*"]))));

        Assert.Equal("rules[0].verbs[1]", finding.Path);
        Assert.Equal("Drop 'list'", finding.Remedy?.Title);
    }

    [Fact]
    public void HttpMethods_Silent() => Assert.Empty(PolicyFindings.Of("AUD1043", PolicyOf(Rule("Metadata", verbs: ["get", "post", "delete"], urls: ["*"]))));

    [Fact]
    public void CreateOnResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1043", PolicyOf(Rule("Metadata", verbs: ["create"], resources: [Entry("", ["pods"])]))));

    [Fact]
    public void UnknownPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1043", PolicyOf(Rule("Metadata", verbs: ["create"], urls: UnknownList))));
}
