using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Stages;

public sealed class NoneRuleOmitsTests
{
    [Fact]
    public void Stages_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1014", PolicyOf(Rule("None", verbs: ["get"], omitStages: ["RequestReceived"]), Rule("Metadata"))));

        Assert.Equal("rules[0].omitStages", finding.Path);
        Assert.Equal("Drop omitStages", finding.Remedy?.Title);
    }

    [Fact]
    public void ManagedFields_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1014", PolicyOf(Rule("None", verbs: ["get"], omitManagedFields: true), Rule("Metadata"))));

        Assert.Equal("rules[0].omitManagedFields", finding.Path);
        Assert.Equal("Drop omitManagedFields", finding.Remedy?.Title);
    }

    [Fact]
    public void RuleThatLogs_Silent() => Assert.Empty(PolicyFindings.Of("AUD1014", PolicyOf(Rule("Request", omitStages: ["RequestReceived"], omitManagedFields: true))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1014", PolicyOf(Rule(Unknown, omitStages: ["RequestReceived"]))));
}
