using AuditSdk.Semantics.Documents;
using static AuditSdk.Testing.PolicyBuilder;

namespace AuditSdk.Semantics.Tests.Checks.Policy.Verbs;

public sealed class VerbIsAStarTests
{
    [Fact]
    public void Star_Reported()
    {
        Finding finding = Assert.Single(PolicyFindings.Of("AUD1041", PolicyOf(Rule("Metadata", verbs: ["*"]))));

        Assert.Equal("rules[0].verbs[0]", finding.Path);
        Assert.Equal("Leave verbs out", finding.Remedy?.Title);
    }

    [Fact]
    public void NoVerbs_Silent() => Assert.Empty(PolicyFindings.Of("AUD1041", PolicyOf(Rule("Metadata"))));

    [Fact]
    public void UnknownVerbs_Silent() => Assert.Empty(PolicyFindings.Of("AUD1041", PolicyOf(Rule("Metadata", verbs: UnknownList))));
}
