using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class SourceInLabelTests
{
    [Fact]
    public void SourceInside_Reported() => Assert.Single(FluentdFindings.Of("AUD2023", Label("@A", Tail("audit") + Match("**"))));

    [Fact]
    public void SourceOutside_Silent() => Assert.Empty(FluentdFindings.Of("AUD2023", Tail("audit", "@label @A") + Label("@A", Match("**"))));
}
