using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class LabelOfARuleIsMissingTests
{
    [Fact]
    public void MissingLabel_Reported() => Assert.Single(FluentdFindings.Of("AUD2020", Tail("audit") + Rewrite("audit", Rule("k", "/x/", "y", "label @NOPE"))));

    [Fact]
    public void MisspeltLabel_Reported() => Assert.Single(FluentdFindings.Of("AUD2020", Tail("audit") + Rewrite("audit", Rule("k", "/x/", "y", "label @AUDITS")) + Label("@AUDIT", Match("**"))));

    [Fact]
    public void Label_Silent() => Assert.Empty(FluentdFindings.Of("AUD2020", Tail("audit") + Rewrite("audit", Rule("k", "/x/", "y", "label @A")) + Label("@A", Match("**"))));

    [Fact]
    public void Root_Silent() => Assert.Empty(FluentdFindings.Of("AUD2020", Tail("audit") + Rewrite("audit", Rule("k", "/x/", "y", "label @ROOT")) + Match("**")));
}
