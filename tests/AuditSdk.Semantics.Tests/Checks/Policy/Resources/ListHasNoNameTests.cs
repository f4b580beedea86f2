using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class ListHasNoNameTests
{
    [Fact]
    public void ListByName_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1038", PolicyOf(Rule("Metadata", verbs: ["list", "watch", "deletecollection"], resources: [Entry("", ["secrets"], ["db"])]))));

        Assert.Equal("rules[0].resources[0].resourceNames", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void GetAndListByName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1038", PolicyOf(Rule("Metadata", verbs: ["get", "list"], resources: [Entry("", ["secrets"], ["db"])]))));

    [Fact]
    public void AnyVerbByName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1038", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"], ["db"])]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1038", PolicyOf(Rule("Metadata", verbs: ["list", Unknown], resources: [Entry("", ["secrets"], ["db"])]))));
}
