using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class ResourceIsUnknownTests
{
    [Fact]
    public void MisspeltName_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrtes"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'secrets'", finding.Remedy?.Title);
    }

    [Fact]
    public void MisspeltNameBeforeSubresource_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", ["pdos/log"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Write 'pods/log'", finding.Remedy?.Title);
    }

    [Fact]
    public void NameBesideTheRightOne_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets", "secrtes"])]))));

        Assert.Equal("rules[0].resources[0].resources[1]", finding.Path);
        Assert.Equal("Drop 'secrtes'", finding.Remedy?.Title);
    }

    [Fact]
    public void KindOfASubresource_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("authentication.k8s.io", ["tokenrequests"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
        Assert.Contains("'serviceaccounts/token' of the core group", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NameNearNothing_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", ["elephants"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void KnownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods", "pods/log", "*", "pods/*", "*/status"])]))));

    [Fact]
    public void GroupThatNoCatalogKnows_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("metrics.k8s.io", ["secrtes"])]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry(Unknown, ["secrtes"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", [Unknown])]))));

    [Fact]
    public void ReleaseThatTheCatalogDoesNotKnow_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("policy", ["podsecuritypolicies"])])), release: "1.24"));

    [Theory]
    [InlineData("Foos")]
    [InlineData("bar_s")]
    [InlineData("baz ")]
    [InlineData("")]
    [InlineData("/status")]
    public void NameThatNoCustomResourceCanHave_Reported(string name)
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("foo.example.com", [name])])), release: "1.24"));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void EmptyNameInTheCoreGroup_Reported() => Assert.Single(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("", ["/status"])]))));

    [Fact]
    public void Metrics_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("external.metrics.k8s.io", ["sqs_Queue_length"])]))));

    [Fact]
    public void NamesOfCustomResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1020", PolicyOf(Rule("Metadata", resources: [Entry("foo.example.com", ["foos", "foos/status", "b2b-foos", "*/scale"])]))));
}
