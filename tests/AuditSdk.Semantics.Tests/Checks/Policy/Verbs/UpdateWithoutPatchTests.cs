using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class UpdateWithoutPatchTests
{
    [Fact]
    public void CreateAndUpdate_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1048", PolicyOf(Rule("Metadata", verbs: ["create", "update"]))));

        Assert.Equal("rules[0].verbs", finding.Path);
        Assert.Equal("Add 'patch'", finding.Remedy?.Title);
    }

    [Fact]
    public void All_Silent() => Assert.Empty(PolicyFindings.Of("AUD1048", PolicyOf(Rule("Metadata", verbs: ["create", "update", "patch"]))));

    [Fact]
    public void CreateAlone_Silent() => Assert.Empty(PolicyFindings.Of("AUD1048", PolicyOf(Rule("Metadata", verbs: ["create"], resources: [Entry("", ["pods"])]))));

    [Fact]
    public void LoggedLater_Silent() => Assert.Empty(PolicyFindings.Of("AUD1048", PolicyOf(Rule("Request", verbs: ["update"], resources: [Entry("apps", ["deployments"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1048", PolicyOf(Rule("Metadata", verbs: ["create", "update", Unknown]))));
}
