using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class FilterSeesEventsTwiceTests
{
    [Fact]
    public void FilterOfBothTags_Reported() => Assert.Single(FluentdFindings.Of("AUD2024", Tail("audit") + Filter("audit.**") + Rewrite("audit", Rule("ns", "/^(.+)$/", "audit.$1")) + Match("audit.**")));

    [Fact]
    public void FilterOfTheFirstTag_Silent() => Assert.Empty(FluentdFindings.Of("AUD2024", Tail("audit") + Filter("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "audit.$1")) + Match("audit.**")));

    [Fact]
    public void FilterBehindTheRewrite_Silent() => Assert.Empty(FluentdFindings.Of("AUD2024", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "audit.$1")) + Filter("audit.**") + Match("audit.**")));

    [Fact]
    public void RuleHasALabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2024", Tail("audit") + Filter("**") + Rewrite("audit", Rule("ns", "/^(.+)$/", "audit.$1", "label @A")) + Label("@A", Match("**"))));
}
