using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Secrets;

public sealed class PodSpecsAreWrittenTests
{
    [Fact]
    public void WholeBatchGroup_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1084", PolicyOf(Rule("Request", resources: [Entry("batch")]), Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Equal("Log 'jobs.batch' and 'cronjobs.batch' at Metadata before rules[0]", finding.Remedy?.Title);
    }

    [Fact]
    public void NamedPods_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1084", PolicyOf(Rule("RequestResponse", resources: [Entry("", ["pods"])]), Rule("Metadata"))));

        Assert.Equal("rules[0].level", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void MetadataBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1084", PolicyOf(Rule("Metadata", resources: [Entry("batch")]), Rule("Request", resources: [Entry("batch")]))));

    [Fact]
    public void MetadataForAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1084", PolicyOf(Rule("Metadata"))));

    [Fact]
    public void LogsAndExec_Silent() => Assert.Empty(PolicyFindings.Of("AUD1084", PolicyOf(Rule("RequestResponse", resources: [Entry("", ["pods/log", "pods/exec"])]), Rule("Metadata"))));

    [Fact]
    public void UnknownLevel_Silent() => Assert.Empty(PolicyFindings.Of("AUD1084", PolicyOf(Rule(Unknown, resources: [Entry("batch")]))));

    [Fact]
    public void UnknownRuleBefore_Silent() => Assert.Empty(PolicyFindings.Of("AUD1084", PolicyOf(Rule("Metadata", resources: UnknownResources), Rule("Request", resources: [Entry("batch")]))));
}
