using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class CommaInMatchPatternTests
{
    [Fact]
    public void List_Reported() => Assert.Single(FluentdFindings.Of("AUD2021", Match("a,b")));

    [Fact]
    public void ListWithBlanks_Reported() => Assert.Single(FluentdFindings.Of("AUD2021", Match("a, b.**")));

    [Fact]
    public void Braces_Silent() => Assert.Empty(FluentdFindings.Of("AUD2021", Forward + Match("{a,b}.**")));

    [Fact]
    public void Blanks_Silent() => Assert.Empty(FluentdFindings.Of("AUD2021", Forward + Match("a b")));

    [Fact]
    public void RegularExpression_Silent() => Assert.Empty(FluentdFindings.Of("AUD2021", Forward + Match("/a{1,2}/")));
}
