using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class LabelIsNeverEnteredTests
{
    [Fact]
    public void UnusedLabel_Reported() => Assert.Single(FluentdFindings.Of("AUD2019", Tail("audit") + Match("**") + Label("@U", Match("**"))));

    [Fact]
    public void OfASource_Silent() => Assert.Empty(FluentdFindings.Of("AUD2019", Tail("audit", "@label @U") + Label("@U", Match("**"))));

    [Fact]
    public void OfARelabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2019", Tail("audit") + Match("**", "@type relabel\n@label @U") + Label("@U", Match("**"))));

    [Fact]
    public void OfARule_Silent() => Assert.Empty(FluentdFindings.Of("AUD2019", Tail("audit") + Rewrite("audit", Rule("k", "/(.+)/", "a", "label @U")) + Label("@U", Match("**"))));

    [Fact]
    public void ErrorLabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2019", Tail("audit") + Match("**") + Label("@ERROR", Match("**")) + Label("@FLUENT_LOG", Match("**"))));

    [Fact]
    public void TimeoutLabelOfAConcat_Silent() => Assert.Empty(FluentdFindings.Of("AUD2019", Tail("audit") + Filter("**", "@type concat\nkey log\ntimeout_label @U") + Match("**") + Label("@U", Match("**"))));

    [Fact]
    public void RubyLabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2019", Tail("audit", "@label \"#{ENV['A']}\"") + Match("**") + Label("@U", Match("**"))));

    [Fact]
    public void MisspeltLabelOfASource_IsNotDeleted()
        => Assert.Null(Assert.Single(FluentdFindings.Of("AUD2019", Tail("audit", "@label @AUDIT") + Label("@AUDITS", Match("**")))).Remedy);
}
