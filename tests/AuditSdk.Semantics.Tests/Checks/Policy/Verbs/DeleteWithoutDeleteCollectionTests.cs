using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class DeleteWithoutDeleteCollectionTests
{
    [Fact]
    public void DeleteAlone_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1047", PolicyOf(Rule("Metadata", verbs: ["delete"]))));

        Assert.Equal("rules[0].verbs", finding.Path);
        Assert.Equal("Add 'deletecollection'", finding.Remedy?.Title);
    }

    [Fact]
    public void Both_Silent() => Assert.Empty(PolicyFindings.Of("AUD1047", PolicyOf(Rule("Metadata", verbs: ["delete", "deletecollection"]))));

    [Fact]
    public void LoggedLater_Silent() => Assert.Empty(PolicyFindings.Of("AUD1047", PolicyOf(Rule("Request", verbs: ["delete"], resources: [Entry("", ["secrets"])]), Rule("Metadata"))));

    [Fact]
    public void ResourceWithoutIt_Silent() => Assert.Empty(PolicyFindings.Of("AUD1047", PolicyOf(Rule("Metadata", verbs: ["delete"], resources: [Entry("", ["namespaces"])]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1047", PolicyOf(Rule("Metadata", verbs: ["delete", Unknown]))));

    [Fact]
    public void UnknownResource_Silent() => Assert.Empty(PolicyFindings.Of("AUD1047", PolicyOf(Rule("Metadata", verbs: ["delete"], resources: [Entry("", [Unknown])]))));
}
