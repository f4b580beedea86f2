using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class RewriteDropsTheRestTests
{
    [Fact]
    public void OneRule_Reported() => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("kube.*")));

    [Fact]
    public void RestOfTheValues_Reported() => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^kube/", "kube"), Rule("verb", "/^get$/", "get")) + Match("**")));

    [Fact]
    public void FieldIsSetButNotItsValue_Reported() => Assert.Single(FluentdFindings.Of("AUD2015", Tail("audit") + Filter("audit", "@type record_transformer\n<record>\nns x\n</record>") + Rewrite("audit", Rule("ns", "/^kube/", "kube")) + Match("**")));

    [Fact]
    public void InvertedRule_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1"), Rule("ns", "/^(.+)$/", "rest", "invert true")) + Match("**")));

    [Fact]
    public void InvertedRuleOfAnotherPattern_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1"), Rule("ns", "/.+/", "rest", "invert true")) + Match("**")));

    [Fact]
    public void FieldIsSetByAFilter_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Filter("audit", "@type record_transformer\n<record>\nns x\n</record>") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("**")));

    [Fact]
    public void InvertedRuleOfAnOddText_Silent() => Assert.Empty(FluentdFindings.Of("AUD2015", Tail("audit") + Rewrite("audit", Rule("none", "/ZZ/", "kube", "invert true")) + Match("**")));
}
