using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Cis;

public sealed class SensitiveKindsAboveMetadataTests
{
    [Fact]
    public void ReadsOfSecretsAtRequest_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1200", PolicyOf(Rule("Request", verbs: ["get"], resources: [Entry("", ["secrets"])]), Rule("Metadata")), CheckProfile.Cis));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'secrets' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void MetadataBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1200", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets", "configmaps"]), Entry("authentication.k8s.io", ["tokenreviews"])]), Rule("Request")), CheckProfile.Cis));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1200", PolicyOf(Rule("Request", verbs: ["get"], resources: [Entry("", ["secrets"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1200", PolicyOf(Rule(Unknown)), CheckProfile.Cis));

    [Fact]
    public void FailedLoginsOnly_Silent()
        => Assert.Empty(PolicyFindings.Of("AUD1200", PolicyOf(Rule("Metadata", userGroups: ["system:authenticated", "system:unauthenticated"]), Rule("RequestResponse")), CheckProfile.Cis));

    [Fact]
    public void TokenReviews_ReportedWithARequestThatExists()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1200", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets", "configmaps"])]), Rule("Request")), CheckProfile.Cis));

        Assert.Equal("create tokenreviews.authentication.k8s.io by 'alice' (system:authenticated)", finding.Counterexample);
    }
}
