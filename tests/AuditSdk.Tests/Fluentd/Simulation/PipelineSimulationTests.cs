using System.Text.Json;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Tests.Fluentd.Simulation;

public sealed class PipelineSimulationTests
{
    private static readonly Label Errors = new("FAILED");

    private static readonly FluentdConfig Pipeline =
    [
        new Filter("audit", new RawFilter("grep") { ExtraSections = [new RawSection("exclude") { Extra = new() { ["key"] = "$.user.username", ["pattern"] = "/^system:node:/" } }] }),
        new Match("kube.**", new RawOutput("null")),
        new Match("audit", new RawOutput("rewrite_tag_filter")
        {
            ExtraSections =
            [
                new RawSection("rule") { Extra = new() { ["key"] = "$.objectRef.namespace", ["pattern"] = "/^(.+)$/", ["tag"] = "audit.$1" } },
                new RawSection("rule") { Extra = new() { ["key"] = "$.objectRef.namespace", ["pattern"] = "/^.+$/", ["invert"] = "true", ["tag"] = "audit.none" } },
            ],
        }),
        new Filter("audit.secret", new RawFilter("nobody_knows")),
        new Match("audit.*", new RawOutput("file") { Id = "audit_out", Extra = new() { ["path"] = "/x" } }),
        new LabelSection(Errors, [new Match("**", new RawOutput("stdout"))]),
    ];

    [Fact]
    public void Event_ReachesTheOutputOfItsNamespace()
    {
        EventRoute route = Pipeline.Send(FluentdEvent.Of("audit", """{"user":{"username":"alice"},"objectRef":{"namespace":"shop"}}"""));
        PluginVisit visit = route.ShouldReach("audit_out", "audit.shop");
        Assert.Equal("""{"user":{"username":"alice"},"objectRef":{"namespace":"shop"}}""", visit.Record);
        Assert.False(visit.IsOpaque);
        Assert.Equal(["rewrite_tag_filter", "file"], route.Outputs.Select(o => o.Type));
        Assert.Equal(["grep"], route.Filters.Select(f => f.Type));
        route.ShouldNotReach("stdout").ShouldNotReach("null");
        Assert.Throws<PipelineExpectationException>(() => route.ShouldNotReach("file"));
        Assert.Throws<PipelineExpectationException>(() => route.ShouldReach("file", "audit"));
        Assert.Throws<PipelineExpectationException>(route.ShouldBeDropped);
    }

    [Fact]
    public void DroppedEvent_ReachesNothing()
    {
        EventRoute route = Pipeline.Send(FluentdEvent.Of("audit", new Dictionary<string, object?> { ["user"] = new Dictionary<string, object?> { ["username"] = "system:node:n1" } })).ShouldBeDropped();
        Assert.Empty(Assert.Single(route.Filters).Records);
        Assert.Throws<PipelineExpectationException>(() => route.ShouldReach("file"));
    }

    [Fact]
    public void UnknownFilter_MakesTheRecordOpaque()
        => Assert.True(Pipeline.Send(FluentdEvent.Of("audit", """{"objectRef":{"namespace":"secret"}}""")).ShouldReach("file", "audit.secret").IsOpaque);

    [Fact]
    public void UnknownFilterThatTheTestDescribes_IsFollowed()
    {
        RouterOptions options = new() { Plugins = new Dictionary<string, PluginModel> { ["nobody_knows"] = _ => PluginOutcome.Dropped } };
        Pipeline.Send(FluentdEvent.Of("audit", """{"objectRef":{"namespace":"secret"}}"""), options).ShouldBeDropped();
    }

    [Fact]
    public void EventOfALabel_EntersThere() => Pipeline.Send(FluentdEvent.Of("x", JsonSerializer.SerializeToElement(new { a = 1 })).Into(Errors)).ShouldReach("stdout", "x");

    [Fact]
    public void UnmetExpectation_SaysWhyNobodyElseTookTheEvent()
    {
        EventRoute route = Pipeline.Send(FluentdEvent.Of("audit", """{"objectRef":{"namespace":"a.b"}}"""));
        string message = Assert.Throws<PipelineExpectationException>(() => route.ShouldReach("audit_out")).Message;
        Snapshot.Match(System.Text.RegularExpressions.Regex.Replace(message, @"\.cs:\d+", ".cs:LINE"));
    }

    [Fact]
    public void Circle_IsAnErrorAndSaysSo()
    {
        FluentdConfig config = [new Match("audit.**", new RawOutput("rewrite_tag_filter") { ExtraSections = [new RawSection("rule") { Extra = new() { ["key"] = "k", ["pattern"] = "/(.+)/", ["tag"] = "${tag}.$1" } }] })];
        EventRoute route = config.Send(FluentdEvent.Of("audit", """{"k":"v"}"""));
        Assert.Equal("SystemStackError: stack level too deep", route.Error);
        Assert.Contains("since it is sent in a circle", Assert.Throws<PipelineExpectationException>(route.ShouldBeDropped).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOnlyFluentdCanTell_MeetsNoExpectation()
    {
        FluentdConfig config = [new Match("**", new RawOutput("detect_exceptions"))];
        EventRoute route = config.Send(FluentdEvent.Of("a", "{}"));
        Assert.NotNull(route.Undecided);
        Assert.Throws<PipelineExpectationException>(() => route.ShouldNotReach("file"));
        Assert.Throws<PipelineExpectationException>(route.ShouldBeDropped);
    }

    [Fact]
    public void ConfigurationThatFluentdRefuses_IsAnError()
    {
        FluentdConfig config = [new Match("**", new RawOutput("rewrite_tag_filter"))];
        Assert.Contains("missing rewriterules", Assert.Throws<ArgumentException>(() => config.Send(FluentdEvent.Of("a", "{}"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("a:b")]
    public void TextThatIsNoObject_IsNoRecord(string json) => Assert.Throws<ArgumentException>(() => FluentdEvent.Of("a", json));
}
