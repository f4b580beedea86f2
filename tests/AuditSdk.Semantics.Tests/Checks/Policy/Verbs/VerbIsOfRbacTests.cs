using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class VerbIsOfRbacTests
{
    [Fact]
    public void Impersonate_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1046", PolicyOf(Rule("Metadata", verbs: ["impersonate"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Approve_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1046", PolicyOf(Rule("Metadata", verbs: ["approve"], resources: [Entry("certificates.k8s.io", ["certificatesigningrequests"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void Update_Silent() => Assert.Empty(PolicyFindings.Of("AUD1046", PolicyOf(Rule("Metadata", verbs: ["update"]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1046", PolicyOf(Rule("Metadata", verbs: [Unknown]))));
}
