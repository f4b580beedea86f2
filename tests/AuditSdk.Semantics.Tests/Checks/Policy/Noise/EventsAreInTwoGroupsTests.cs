using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Noise;

public sealed class EventsAreInTwoGroupsTests
{
    [Fact]
    public void CoreOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: [Entry("", ["events"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Add events of group 'events.k8s.io'", finding.Remedy?.Title);
    }

    [Fact]
    public void NewGroupOnly_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: [Entry("events.k8s.io", ["events"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].resources[0].resources[0]", finding.Path);
        Assert.Equal("Add events of the core group", finding.Remedy?.Title);
    }

    [Fact]
    public void Both_Silent() => Assert.Empty(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: [Entry("", ["events"]), Entry("events.k8s.io", ["events"])]), Rule("Metadata"))));

    [Fact]
    public void OtherGroupIsNotLogged_Silent() => Assert.Empty(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: [Entry("", ["events"])]), Rule("Metadata", resources: [Entry("", ["secrets"])]))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: UnknownResources), Rule("None", resources: [Entry("", ["events"])]), Rule("Metadata"))));

    [Fact]
    public void OtherGroupIsLoggedForFailedLoginsOnly_Silent()
        => Assert.Empty(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: [Entry("", ["events"])]), Rule("None", userGroups: ["system:authenticated"], resources: [Entry("events.k8s.io", ["events"])]), Rule("Metadata"))));

    [Fact]
    public void OtherGroupIsLoggedForATeamOnly_Silent()
        => Assert.Empty(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", resources: [Entry("", ["events"])]), Rule("Metadata", userGroups: ["devs"]))));

    [Fact]
    public void LeftOutForSomeUsers_ReportedWithOneOfThem()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1090", PolicyOf(Rule("None", userGroups: ["system:nodes"], resources: [Entry("", ["events"])]), Rule("Metadata"))));

        Assert.Contains("by 'system:node:node-1' (system:nodes, system:authenticated)", finding.Counterexample, StringComparison.Ordinal);
    }
}
