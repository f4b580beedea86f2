using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class RelabelWithoutLabelTests
{
    [Fact]
    public void NoLabel_Reported() => Assert.Single(FluentdFindings.Of("AUD2017", Tail("audit") + Match("**", "@type relabel")));

    [Fact]
    public void NoLabelInAStore_Reported() => Assert.Single(FluentdFindings.Of("AUD2017", Tail("audit") + Match("**", "@type copy\n<store>\n@type relabel\n</store>")));

    [Fact]
    public void Label_Silent() => Assert.Empty(FluentdFindings.Of("AUD2017", Tail("audit") + Match("**", "@type relabel\n@label @A") + Label("@A", Match("**"))));

    [Fact]
    public void RubyLabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2017", Tail("audit") + Match("**", "@type relabel\n@label \"#{ENV['A']}\"")));
}
