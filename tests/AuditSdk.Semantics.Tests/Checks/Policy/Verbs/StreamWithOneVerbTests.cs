using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class StreamWithOneVerbTests
{
    [Fact]
    public void CreateOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1045", PolicyOf(Rule("Metadata", verbs: ["create"], resources: [Entry("", ["pods/exec"])]))));

        Assert.Equal("rules[0].verbs", finding.Path);
        Assert.Equal("Add 'get'", finding.Remedy?.Title);
    }

    [Fact]
    public void GetOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1045", PolicyOf(Rule("Metadata", verbs: ["get"], resources: [Entry("", ["pods/exec"])]))));

        Assert.Equal("rules[0].verbs", finding.Path);
        Assert.Equal("Add 'create'", finding.Remedy?.Title);
    }

    [Fact]
    public void Both_Silent() => Assert.Empty(PolicyFindings.Of("AUD1045", PolicyOf(Rule("Metadata", verbs: ["get", "create"], resources: [Entry("", ["pods/exec"])]))));

    [Fact]
    public void OtherVerbLoggedLater_Silent() => Assert.Empty(PolicyFindings.Of("AUD1045", PolicyOf(Rule("Request", verbs: ["create"], resources: [Entry("", ["pods/exec"])]), Rule("Metadata"))));

    [Fact]
    public void OtherResource_Silent() => Assert.Empty(PolicyFindings.Of("AUD1045", PolicyOf(Rule("Metadata", verbs: ["create"], resources: [Entry("", ["pods"])]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1045", PolicyOf(Rule("Metadata", verbs: ["create", Unknown], resources: [Entry("", ["pods/exec"])]))));
}
