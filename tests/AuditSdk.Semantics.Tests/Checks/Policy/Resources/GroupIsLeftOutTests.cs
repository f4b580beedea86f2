using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class GroupIsLeftOutTests
{
    [Fact]
    public void StarWithoutGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1025", PolicyOf(Rule("Metadata", resources: [Entry(resources: ["*"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void StarOfCore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1025", PolicyOf(Rule("Metadata", resources: [Entry("", ["*"])]))));

    [Fact]
    public void NamesWithoutGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1025", PolicyOf(Rule("Metadata", resources: [Entry(resources: ["secrets"])]))));

    [Fact]
    public void UnknownGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1025", PolicyOf(Rule("Metadata", resources: [Entry(Unknown, ["*"])]))));
}
