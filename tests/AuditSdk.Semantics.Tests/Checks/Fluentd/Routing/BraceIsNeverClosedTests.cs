using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class BraceIsNeverClosedTests
{
    [Fact]
    public void OpenBrace_Reported() => Assert.Single(FluentdFindings.Of("AUD2022", Match("{a,b")));

    [Fact]
    public void ClosedBrace_Silent() => Assert.Empty(FluentdFindings.Of("AUD2022", Forward + Match("{a,b}")));

    [Fact]
    public void EscapedBrace_Silent() => Assert.Empty(FluentdFindings.Of("AUD2022", Forward + Match("a\\{b")));
}
