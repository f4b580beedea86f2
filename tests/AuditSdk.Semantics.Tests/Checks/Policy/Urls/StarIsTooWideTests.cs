using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Urls;

public sealed class StarIsTooWideTests
{
    [Fact]
    public void Api_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1072", PolicyOf(Rule("None", urls: ["/api*"]), Rule("Metadata"))));

        Assert.Equal("rules[0].nonResourceURLs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void BothOnPurpose_Silent() => Assert.Empty(PolicyFindings.Of("AUD1072", PolicyOf(Rule("None", urls: ["/api*", "/apis*"]), Rule("Metadata"))));

    [Fact]
    public void PathThatNoOtherBeginsWith_Silent() => Assert.Empty(PolicyFindings.Of("AUD1072", PolicyOf(Rule("None", urls: ["/healthz*", "/swagger*"]), Rule("Metadata"))));

    [Fact]
    public void UnknownPath_Silent() => Assert.Empty(PolicyFindings.Of("AUD1072", PolicyOf(Rule("None", urls: ["/api*", Unknown]), Rule("Metadata"))));
}
