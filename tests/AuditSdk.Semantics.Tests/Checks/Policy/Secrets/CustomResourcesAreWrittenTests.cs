using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Secrets;

public sealed class CustomResourcesAreWrittenTests
{
    [Fact]
    public void CatchAllWithBodies_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1085", PolicyOf(Rule("Request")), CheckProfile.Strict));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void MetadataForTheRest_Silent() => Assert.Empty(PolicyFindings.Of("AUD1085", PolicyOf(Rule("Request", resources: [Entry("apps", ["deployments"])]), Rule("Metadata")), CheckProfile.Strict));

    [Fact]
    public void DefaultProfile_Silent() => Assert.Empty(PolicyFindings.Of("AUD1085", PolicyOf(Rule("Request"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1085", PolicyOf(Rule(Unknown)), CheckProfile.Strict));
}
