using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class MatchIsUnreachableTests
{
    [Fact]
    public void MatchBehindTheCatchAll_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Tail("audit") + Match("**") + Match("audit")));

    [Fact]
    public void TakenByTwoTogether_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Forward + Match("a") + Match("a.**", "@type stdout") + Match("a")));

    [Fact]
    public void TagThatNobodySends_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Tail("audit") + Match("audits.**") + Match("**")));

    [Fact]
    public void ConstantTagsOfManyFiles_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Tail("kube.*", path: "/var/log/a.log") + Match("kube.var.log.b.log") + Match("**")));

    [Fact]
    public void BehindTheRewrite_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("kube.**") + Match("kube.system")));

    [Fact]
    public void InALabel_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Tail("audit", "@label @A") + Label("@A", Match("audit") + Match("audit"))));

    [Fact]
    public void SpecialBeforeGeneral_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Forward + Match("a.b") + Match("a.**") + Match("**")));

    [Fact]
    public void NewTagOfARule_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "kube.$1")) + Match("kube.system") + Match("kube.**")));

    [Fact]
    public void CatchAllAtTheEnd_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("audit") + Match("audit") + Match("**", "@type stdout")));

    [Fact]
    public void OwnLogOfFluentd_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("audit") + Match("fluent.**") + Match("audit")));

    [Fact]
    public void RubyInThePatternBefore_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Forward + "<match \"#{ENV['A']}\">\n@type null\n</match>\n" + Match("a")));

    [Fact]
    public void UnknownOutputMaySendIt_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("audit") + Match("audit", "@type of_our_own") + Match("other") + Match("**")));

    [Fact]
    public void ErrorLabel_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("audit") + Match("audit") + Label("@ERROR", Match("x.**"))));

    [Fact]
    public void ForestSendsNothing_Reported() => Assert.Single(FluentdFindings.Of("AUD2011", Tail("audit") + Match("audit", "@type forest\nsubtype file\n<template>\npath /var/log/a\n</template>") + Match("b") + Match("**")));

    [Fact]
    public void StrippedPrefix_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("raw.kube") + Match("raw.**", "@type detect_exceptions\nremove_tag_prefix raw\nmessage log") + Match("kube")));

    [Fact]
    public void IncludeMayHoldSources_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Tail("audit") + "@include more/*.conf\n" + Match("b")));

    [Fact]
    public void CatchAllThatOnlyTheLogCouldFill_IsNotReportedButWhatIsBehindIt() => Assert.Equal(7, Assert.Single(FluentdFindings.Of("AUD2011", Match("fluent.**") + Match("**") + Match("b"))).Origin.Line);

    [Fact]
    public void CatchAllInTheMiddle_IsNotReportedButWhatIsBehindIt() => Assert.Contains("<match b>", Assert.Single(FluentdFindings.Of("AUD2011", Tail("audit") + Match("audit") + Match("**") + Match("b"))).Message, StringComparison.Ordinal);

    [Fact]
    public void NoSourceInTheFile_Silent() => Assert.Empty(FluentdFindings.Of("AUD2011", Match("fluent.**") + Match("**")));
}
