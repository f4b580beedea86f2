using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class NoMatchAtAllTests
{
    [Fact]
    public void SourceWithoutMatch_Reported() => Assert.Single(FluentdFindings.Of("AUD2010", Tail("audit")));

    [Fact]
    public void FilterOnly_Reported() => Assert.Single(FluentdFindings.Of("AUD2010", Tail("audit") + Filter("**")));

    [Fact]
    public void MatchInALabelOnly_Silent() => Assert.Empty(FluentdFindings.Of("AUD2010", Tail("audit", "@label @A") + Label("@A", Match("**"))));

    [Fact]
    public void IncludedFile_Silent() => Assert.Empty(FluentdFindings.Of("AUD2010", Tail("audit") + "@include more/*.conf\n"));

    [Fact]
    public void NoSource_Silent() => Assert.Empty(FluentdFindings.Of("AUD2010", Filter("**")));

    [Fact]
    public void SourceThatSendsNoEvents_Silent() => Assert.Empty(FluentdFindings.Of("AUD2010", "<source>\n@type prometheus\n</source>\n"));
}
