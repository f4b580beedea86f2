using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class ValueIsRepeatedTests
{
    [Fact]
    public void VerbTwice_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", verbs: ["get", "get"]))));

        Assert.Equal("rules[0].verbs[1]", finding.Path);
        Assert.Equal("Drop 'get'", finding.Remedy?.Title);
    }

    [Fact]
    public void ResourceBesideStar_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods", "*"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Drop 'pods'", finding.Remedy?.Title);
    }

    [Fact]
    public void SubresourceBesideItsStar_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/log", "pods/*"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Drop 'pods/log'", finding.Remedy?.Title);
    }

    [Fact]
    public void PathBelowAPattern_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", urls: ["/healthz/etcd", "/healthz*"]))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Equal("Drop '/healthz/etcd'", finding.Remedy?.Title);
    }

    [Fact]
    public void NameTwice_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", resources: [Entry("", ["configmaps"], ["a", "a"])]))));

        Assert.Equal("rules[0].resources[0].resourceNames[1]", finding.Path);
        Assert.Equal("Drop 'a'", finding.Remedy?.Title);
    }

    [Fact]
    public void DifferentValues_Silent() => Assert.Empty(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", verbs: ["get", "list"], resources: [Entry("", ["pods", "pods/log", "*/status"])]))));

    [Fact]
    public void SubresourceOfAnotherResource_Silent() => Assert.Empty(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/log", "deployments/*"])]))));

    [Fact]
    public void UnknownValues_Silent() => Assert.Empty(PolicyFindings.Of("AUD1007", PolicyOf(Rule("Metadata", verbs: [Unknown, Unknown]))));
}
