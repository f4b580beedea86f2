using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Resources;

public sealed class CreateHasNoNameTests
{
    [Fact]
    public void CreateByName_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1037", PolicyOf(Rule("RequestResponse", verbs: ["create"], resources: [Entry("", ["configmaps"], ["critical"])]))));

        Assert.Equal("rules[0].resources[0].resourceNames", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void UpdateByName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1037", PolicyOf(Rule("RequestResponse", verbs: ["update"], resources: [Entry("", ["configmaps"], ["critical"])]))));

    [Fact]
    public void ExecByName_Silent() => Assert.Empty(PolicyFindings.Of("AUD1037", PolicyOf(Rule("Metadata", verbs: ["create"], resources: [Entry("", ["pods/exec"], ["db-0"])]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1037", PolicyOf(Rule("RequestResponse", verbs: [Unknown], resources: [Entry("", ["configmaps"], ["critical"])]))));
}
