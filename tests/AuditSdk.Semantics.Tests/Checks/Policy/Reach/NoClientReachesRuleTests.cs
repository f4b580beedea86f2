using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class NoClientReachesRuleTests
{
    private static readonly string[] AllVerbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    [Fact]
    public void AllVerbsTakenAtAnotherLevel_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1008", PolicyOf(Rule("Metadata", verbs: AllVerbs, resources: [Entry("", ["secrets"])]), Rule("RequestResponse", resources: [Entry("", ["secrets"])]), Rule("Metadata"))));

        Assert.Equal(("rules[1]", FindingSeverity.Warning), (finding.Path, finding.Severity));
        Assert.Contains("rules[0] takes every request of rules[1] that a client makes", finding.Message, StringComparison.Ordinal);
        Assert.Contains("rules[0] decides Metadata where this rule says RequestResponse", finding.Message, StringComparison.Ordinal);
        Assert.Equal("rules[0]", Assert.Single(finding.Related).File);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void VerbsTakenBySeveralRules_Reported()
    {
        PolicyRuleNode reads = Rule("Metadata", verbs: AllVerbs[..3], resources: [Entry("apps")]), changes = Rule("Request", verbs: AllVerbs[3..], resources: [Entry("apps")]);

        Finding finding = Assert.Single(PolicyFindings.Of("AUD1008", PolicyOf(reads, changes, Rule("Metadata", resources: [Entry("apps")]), Rule("None"))));

        Assert.Contains("rules[0], rules[1] together take", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SameLevel_ReportedAsWorthKnowing()
        => Assert.Equal(FindingSeverity.Info, Assert.Single(PolicyFindings.Of("AUD1008", PolicyOf(Rule("Metadata", verbs: AllVerbs, resources: [Entry("apps")]), Rule("Metadata", resources: [Entry("apps")]), Rule("None")))).Severity);

    [Fact]
    public void VerbLeft_Silent() => Assert.Empty(PolicyFindings.Of("AUD1008", PolicyOf(Rule("Metadata", verbs: AllVerbs[1..], resources: [Entry("", ["secrets"])]), Rule("RequestResponse", resources: [Entry("", ["secrets"])]))));

    [Fact]
    public void CatchAllBehindAllVerbsOnResources_Silent() => Assert.Empty(PolicyFindings.Of("AUD1008", PolicyOf(Rule("Metadata", verbs: AllVerbs, resources: [Entry("*")]), Rule("None"))));

    [Fact]
    public void RuleThatNoRequestMatchesAnywhere_Silent() => Assert.Empty(PolicyFindings.Of("AUD1008", PolicyOf(Rule("Request", verbs: ["create"], resources: [Entry("", ["services"], ["a"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownVerbsBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1008", PolicyOf(Rule("Metadata", verbs: UnknownList, resources: [Entry("apps")]), Rule("Request", resources: [Entry("apps")]))));
}
