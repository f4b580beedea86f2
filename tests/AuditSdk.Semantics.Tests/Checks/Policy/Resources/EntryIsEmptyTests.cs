using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class EntryIsEmptyTests
{
    [Fact]
    public void EmptyEntry_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1026", PolicyOf(Rule("RequestResponse", resources: [Entry()]))));

        Assert.Equal("rules[0].resources[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void WholeCoreGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1026", PolicyOf(Rule("Metadata", resources: [Entry("")]))));

    [Fact]
    public void NamesWithoutGroup_Silent() => Assert.Empty(PolicyFindings.Of("AUD1026", PolicyOf(Rule("Metadata", resources: [Entry(resources: ["secrets"])]))));

    [Fact]
    public void UnknownResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1026", PolicyOf(Rule("Metadata", resources: [Entry(resources: UnknownList)]))));
}
