using AuditSdk.Semantics.Documents;
using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class EventsReachNoOutputTests
{
    [Fact]
    public void MisspeltTag_Reported() => Assert.Single(FluentdFindings.Of("AUD2013", Tail("audit") + Match("audits.**")));

    [Fact]
    public void NoMatchForTheNewTag_Reported() => Assert.Single(FluentdFindings.Of("AUD2013", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("audit.**")));

    [Fact]
    public void LabelWithoutItsMatch_Reported() => Assert.Single(FluentdFindings.Of("AUD2013", Tail("audit", "@label @A") + Label("@A", Match("kube.**"))));

    [Fact]
    public void RelabelledIntoNothing_Reported() => Assert.Single(FluentdFindings.Of("AUD2013", Tail("audit") + Match("audit", "@type relabel\n@label @A") + Label("@A", Match("kube.**"))));

    [Fact]
    public void StoreRelabelsIntoNothing_Reported() => Assert.Single(FluentdFindings.Of("AUD2013", Tail("audit") + Match("audit", "@type copy\n<store>\n@type relabel\n@label @A\n</store>") + Label("@A", Match("kube.**"))));

    [Fact]
    public void MatchThere_Silent() => Assert.Empty(FluentdFindings.Of("AUD2013", Tail("audit") + Match("audit.**")));

    [Fact]
    public void TagOfForwardIsUnknown_Silent() => Assert.Empty(FluentdFindings.Of("AUD2013", Forward + Match("audit.**")));

    [Fact]
    public void RubyTag_Silent() => Assert.Empty(FluentdFindings.Of("AUD2013", Tail("\"#{ENV['A']}\"") + Match("audit.**")));

    [Fact]
    public void IncludeMayHoldTheMatch_Silent() => Assert.Empty(FluentdFindings.Of("AUD2013", Tail("audit") + "@include more/*.conf\n" + Match("b")));

    [Fact]
    public void OwnLogOfFluentd_Silent() => Assert.Empty(FluentdFindings.Of("AUD2013", Forward + Match("a")));

    [Fact]
    public void NoMatchForAnyOfTwoSources_Reported()
    {
        Finding finding = Assert.Single(FluentdFindings.Of("AUD2013", Tail("a") + Tail("b") + Match("fluent.**")));

        Assert.Equal("a", finding.Counterexample);
        Assert.Single(finding.Related);
    }

    [Fact]
    public void NoMatchForOneOfTwoSources_Reported() => Assert.Equal("b", Assert.Single(FluentdFindings.Of("AUD2013", Tail("a") + Tail("b") + Match("a"))).Counterexample);
}
