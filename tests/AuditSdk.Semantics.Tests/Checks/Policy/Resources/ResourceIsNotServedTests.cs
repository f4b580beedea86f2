using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class ResourceIsNotServedTests
{
    [Fact]
    public void SubresourceOfALaterRelease_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1036", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/resize"])])), release: "1.31"));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void ResourceOfALaterRelease_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1036", PolicyOf(Rule("Metadata", resources: [Entry("admissionregistration.k8s.io", ["mutatingadmissionpolicies"])])), release: "1.31"));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
        Assert.Contains("came with 1.32", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReleaseThatServesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1036", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/resize"])]))));

    [Fact]
    public void ReleaseThatTheCatalogDoesNotKnow_Silent() => Assert.Empty(PolicyFindings.Of("AUD1036", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/resize"])])), release: "1.30"));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1036", PolicyOf(Rule("Metadata", resources: [Entry("", [Unknown])])), release: "1.31"));
}
