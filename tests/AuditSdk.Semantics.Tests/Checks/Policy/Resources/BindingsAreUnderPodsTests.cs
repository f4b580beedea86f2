using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class BindingsAreUnderPodsTests
{
    [Fact]
    public void BindingsAlone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1035", PolicyOf(Rule("Metadata", resources: [Entry("", ["bindings"])]))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Add 'pods/binding'", finding.Remedy?.Title);
    }

    [Fact]
    public void BothNames_Silent() => Assert.Empty(PolicyFindings.Of("AUD1035", PolicyOf(Rule("Metadata", resources: [Entry("", ["bindings", "pods/binding"])]))));

    [Fact]
    public void UnknownName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1035", PolicyOf(Rule("Metadata", resources: [Entry("", ["bindings", Unknown])]))));
}
