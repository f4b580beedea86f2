using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Reach;

public sealed class RestIsNotLoggedTests
{
    [Fact]
    public void OneResource_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1003", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]))));

        Assert.Null(finding.Path);
        Assert.Equal("Add a catch-all with level Metadata", finding.Remedy?.Title);
    }

    [Fact]
    public void CatchAll_Silent() => Assert.Empty(PolicyFindings.Of("AUD1003", PolicyOf(Rule("Request", resources: [Entry("", ["pods"])]), Rule("Metadata"))));

    [Fact]
    public void CatchAllWithNone_Silent() => Assert.Empty(PolicyFindings.Of("AUD1003", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]), Rule("None"))));

    [Fact]
    public void ResourcesAndPathsTogether_Silent() => Assert.Empty(PolicyFindings.Of("AUD1003", PolicyOf(Rule("Metadata", resources: [Entry("*")]), Rule("Metadata", urls: ["*"]))));

    [Fact]
    public void NothingIsLogged_Silent() => Assert.Empty(PolicyFindings.Of("AUD1003", PolicyOf(Rule("None", verbs: ["get"]))));

    [Fact]
    public void UnknownRule_Silent() => Assert.Empty(PolicyFindings.Of("AUD1003", PolicyOf(Rule("Metadata", resources: [Entry("", ["secrets"])]), Rule("Metadata", resources: UnknownResources))));
}
