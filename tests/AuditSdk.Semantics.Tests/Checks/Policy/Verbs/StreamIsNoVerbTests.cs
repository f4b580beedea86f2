using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class StreamIsNoVerbTests
{
    [Fact]
    public void Exec_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1044", PolicyOf(Rule("RequestResponse", verbs: ["exec"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Proxy_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1044", PolicyOf(Rule("Metadata", verbs: ["proxy"], resources: [Entry("", ["services"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void CreateOnExec_Silent() => Assert.Empty(PolicyFindings.Of("AUD1044", PolicyOf(Rule("Metadata", verbs: ["create"], resources: [Entry("", ["pods/exec"])]))));

    [Fact]
    public void ConnectOnPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1044", PolicyOf(Rule("Metadata", verbs: ["connect"], urls: ["*"]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1044", PolicyOf(Rule("Metadata", verbs: [Unknown]))));
}
