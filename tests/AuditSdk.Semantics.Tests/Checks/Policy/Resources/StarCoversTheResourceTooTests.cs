using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class StarCoversTheResourceTooTests
{
    [Fact]
    public void StarAtNone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1030", PolicyOf(Rule("None", resources: [Entry("", ["pods/*"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void StarBesideTheResource_Silent() => Assert.Empty(PolicyFindings.Of("AUD1030", PolicyOf(Rule("None", resources: [Entry("", ["pods", "pods/*"])]), Rule("Metadata"))));

    [Fact]
    public void StarThatLogs_Silent() => Assert.Empty(PolicyFindings.Of("AUD1030", PolicyOf(Rule("Metadata", resources: [Entry("", ["pods/*"])]))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1030", PolicyOf(Rule(Unknown, resources: [Entry("", ["pods/*"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1030", PolicyOf(Rule("None", resources: [Entry("", ["pods/*", Unknown])]))));
}
