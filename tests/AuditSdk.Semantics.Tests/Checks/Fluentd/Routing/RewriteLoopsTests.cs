using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class RewriteLoopsTests
{
    [Fact]
    public void GrowingTag_Reported() => Assert.Single(FluentdFindings.Of("AUD2016", Tail("audit") + Rewrite("audit.**", Rule("ns", "/^(.+)$/", "${tag}.$1")) + Match("**")));

    [Fact]
    public void TwoPlugins_Reported() => Assert.Single(FluentdFindings.Of("AUD2016", Tail("a") + Rewrite("a", Rule("ns", "/^(.+)$/", "b")) + Rewrite("b", Rule("ns", "/^(.+)$/", "a"))));

    [Fact]
    public void TwoLabels_Reported() => Assert.Single(FluentdFindings.Of("AUD2016", Tail("a", "@label @A") + Label("@A", Match("**", "@type relabel\n@label @B")) + Label("@B", Match("**", "@type relabel\n@label @A"))));

    [Fact]
    public void InAStore_Reported() => Assert.Single(FluentdFindings.Of("AUD2016", Tail("a") + Match("**", "@type copy\n<store>\n@type stdout\n</store>\n<store>\n@type rewrite_tag_filter\n" + Rule("ns", "/^(.+)$/", "${tag}.$1") + "\n</store>")));

    [Fact]
    public void NewTagIsTakenElsewhere_Silent() => Assert.Empty(FluentdFindings.Of("AUD2016", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "${tag}.$1")) + Match("audit.**")));

    [Fact]
    public void RuleHasALabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2016", Tail("audit") + Rewrite("**", Rule("ns", "/^(.+)$/", "${tag}.$1", "label @A")) + Label("@A", Match("**"))));

    [Fact]
    public void MatchBefore_Silent() => Assert.Empty(FluentdFindings.Of("AUD2016", Tail("audit") + Match("audit.*") + Rewrite("audit.**", Rule("ns", "/^(.+)$/", "${tag}.$1"))));
}
