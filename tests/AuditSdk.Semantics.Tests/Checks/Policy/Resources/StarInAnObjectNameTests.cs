using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class StarInAnObjectNameTests
{
    [Fact]
    public void Star_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1039", PolicyOf(Rule("None", resources: [Entry("", ["configmaps"], ["leader-*"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].resources[0].resourceNames[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void WholeName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1039", PolicyOf(Rule("None", resources: [Entry("", ["configmaps"], ["leader"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1039", PolicyOf(Rule("None", resources: [Entry("", ["configmaps"], [Unknown])]), Rule("Metadata"))));
}
