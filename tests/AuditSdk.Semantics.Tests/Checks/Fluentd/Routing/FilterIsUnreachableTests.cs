using static AuditSdk.Semantics.Tests.Checks.Fluentd.Routing.Confs;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd.Routing;

public sealed class FilterIsUnreachableTests
{
    [Fact]
    public void FilterOfTheTopLevelWhereAllSourcesHaveLabels_Reported()
        => Assert.Single(FluentdFindings.Of("AUD2012", Tail("audit", "@label @A") + Filter("audit") + Label("@A", Match("**"))));

    [Fact]
    public void PartOfAPipelineWhoseSourcesSendNothing_Silent()
        => Assert.Empty(FluentdFindings.Of("AUD2012", "<source>\n@type monitor_agent\n</source>\n" + Filter("**")));

    [Fact]
    public void FilterOfFluentdsOwnEvents_WhereAllSourcesHaveLabels_Silent()
        => Assert.Empty(FluentdFindings.Of("AUD2012", Tail("audit", "@label @A") + Filter("fluent.**") + Match("fluent.**") + Label("@A", Match("**"))));

    [Fact]
    public void FilterBehindTheMatch_Reported() => Assert.Single(FluentdFindings.Of("AUD2012", Tail("audit") + Match("**") + Filter("**")));

    [Fact]
    public void FilterBehindItsOwnMatch_Reported() => Assert.Single(FluentdFindings.Of("AUD2012", Forward + Match("audit.**") + Filter("audit.x") + Match("**")));

    [Fact]
    public void FilterOfATagThatNobodySends_Reported() => Assert.Single(FluentdFindings.Of("AUD2012", Tail("audit") + Filter("adit") + Match("**")));

    [Fact]
    public void FilterBeforeTheMatch_Silent() => Assert.Empty(FluentdFindings.Of("AUD2012", Tail("audit") + Filter("**") + Match("**")));

    [Fact]
    public void FilterBehindAnotherMatch_Silent() => Assert.Empty(FluentdFindings.Of("AUD2012", Forward + Match("a") + Filter("**") + Match("**")));

    [Fact]
    public void FilterOfTheNewTags_Silent() => Assert.Empty(FluentdFindings.Of("AUD2012", Tail("audit") + Rewrite("audit", Rule("ns", "/^(.+)$/", "audit.$1")) + Filter("audit.**") + Match("audit.**")));

    [Fact]
    public void FilterForTheRest_Silent() => Assert.Empty(FluentdFindings.Of("AUD2012", Tail("audit") + Match("audit") + Filter("**") + Match("**")));

    [Fact]
    public void FilterBehindTheOnlyMatch_Reported() => Assert.Single(FluentdFindings.Of("AUD2012", Tail("audit") + Match("audit") + Filter("**")));
}
