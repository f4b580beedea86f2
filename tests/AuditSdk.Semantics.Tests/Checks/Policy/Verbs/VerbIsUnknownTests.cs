using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class VerbIsUnknownTests
{
    [Fact]
    public void Misspelt_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: ["updaet"], resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'update'", finding.Remedy?.Title);
    }

    [Fact]
    public void Remove_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: ["remove"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Write 'delete'", finding.Remedy?.Title);
    }

    [Fact]
    public void Write_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: ["write"], resources: [Entry("", ["pods"])]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Null(finding.Remedy);
    }

    [Fact]
    public void EveryVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"]))));

    [Fact]
    public void MethodOnPaths_Silent() => Assert.Empty(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: ["propfind"], urls: ["*"]))));

    [Fact]
    public void MethodOnBoth_Silent() => Assert.Empty(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: ["propfind"]))));

    [Fact]
    public void UnknownVerb_Silent() => Assert.Empty(PolicyFindings.Of("AUD1049", PolicyOf(Rule("Metadata", verbs: [Unknown]))));
}
