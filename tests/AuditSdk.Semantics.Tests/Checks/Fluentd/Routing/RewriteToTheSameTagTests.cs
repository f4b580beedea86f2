using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class RewriteToTheSameTagTests
{
    [Fact]
    public void SameTag_Reported() => Assert.Single(FluentdFindings.Of("AUD2018", Tail("audit") + Rewrite("audit", Rule("k", "/(.+)/", "audit")) + Match("**")));

    [Fact]
    public void TagPlaceholder_Reported() => Assert.Single(FluentdFindings.Of("AUD2018", Tail("audit") + Rewrite("audit", Rule("k", "/(.+)/", "${tag}")) + Match("**")));

    [Fact]
    public void ComesBack_Reported() => Assert.Single(FluentdFindings.Of("AUD2018", Tail("audit") + Rewrite("audit.**", Rule("ns", "/^(.+)$/", "audit.$1")) + Match("**")));

    [Fact]
    public void AnotherTag_Silent() => Assert.Empty(FluentdFindings.Of("AUD2018", Tail("audit") + Rewrite("audit", Rule("k", "/(.+)/", "kept")) + Match("**")));

    [Fact]
    public void RuleHasALabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2018", Tail("audit") + Rewrite("audit", Rule("k", "/(.+)/", "audit", "label @A")) + Label("@A", Match("**"))));

    [Fact]
    public void SomeTagsOnly_Silent() => Assert.Empty(FluentdFindings.Of("AUD2018", Forward + Rewrite("**", Rule("k", "/(.+)/", "audit", "label @A")) + Label("@A", Match("**"))));

    [Fact]
    public void OneOfTwoTags_Reported() => Assert.Equal("audit", Assert.Single(FluentdFindings.Of("AUD2018", Tail("audit") + Tail("raw") + Rewrite("**", Rule("k", "/(.+)/", "audit")))).Counterexample);
}
