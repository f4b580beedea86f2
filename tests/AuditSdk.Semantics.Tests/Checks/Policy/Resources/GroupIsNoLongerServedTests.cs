using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class GroupIsNoLongerServedTests
{
    [Fact]
    public void Extensions_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1027", PolicyOf(Rule("Metadata", resources: [Entry("extensions")]))));

        Assert.Equal("rules[0].resources[0].group", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void ServedGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1027", PolicyOf(Rule("Metadata", resources: [Entry("apps")]))));

    [Fact]
    public void ReleaseThatServesIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1027", PolicyOf(Rule("Metadata", resources: [Entry("extensions")])), release: "1.21"));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1027", PolicyOf(Rule("Metadata", resources: [Entry(Unknown)]))));
}
