using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Tests.Fluentd.Routing;

public sealed class FluentdRoutesTests
{
    [Fact]
    public void Worker_StandsBehindEverythingElseAndOnlyInItsWorker()
    {
        const string Config = "<worker 1>\n<match **>\n@type null\n</match>\n</worker>\n<worker 0-2>\n<source>\n@type tail\ntag x\n@label @L\n</source>\n</worker>\n<match a>\n@type null\n</match>\n";
        FluentdRoutes other = Pipelines.Routes(Config);
        FluentdRoutes own = Pipelines.Routes(Config, worker: 1);
        Assert.Equal(["a"], other.Root.Steps.Select(s => s.Element!.Argument));
        Assert.Equal(["a", "**"], own.Root.Steps.Select(s => s.Element!.Argument));
        Assert.Equal(("@L", "x"), (own.Sources[0].Label.Value, own.Sources[0].Tag.Value));
        Assert.Empty(Pipelines.Routes(Config, worker: 3).Sources);
    }

    [Fact]
    public void UnknownValues_StayUnknown()
    {
        FluentdRoutes routes = Pipelines.Routes("@include more.conf\n<source>\n@type tail\ntag \"#{ENV['T']}\"\n</source>\n<match \"#{ENV['M']}\">\n@type null\n</match>\n<worker \"#{1}\">\n</worker>\n<source>\n@type tail\n</source>\n");
        Assert.False(routes.IsComplete);
        Assert.Equal(["more.conf"], routes.Includes.Select(i => i.Path));
        Assert.Single(routes.UnknownWorkers);
        Assert.Equal([NodeState.Unknown, NodeState.Absent], routes.Sources.Select(s => s.Tag.State));
        Assert.All(routes.Root.Steps, s => Assert.False(s.Pattern.IsKnown));
        Assert.Null(routes.Root.Steps[0].Element);
    }

    [Fact]
    public void Labels_AreFoundByName()
    {
        FluentdRoutes routes = Pipelines.Routes("<label @ERROR>\n</label>\n<label @A>\n</label>\n<label @ERROR>\n<match **>\n@type null\n</match>\n</label>\n");
        Assert.Same(routes.Root, routes.Find("@ROOT"));
        Assert.Single(routes.Find("@ERROR")!.Steps); // the last counts
        Assert.Null(routes.Find("@B"));
    }

    [Fact]
    public void PatternThatFluentdRefuses_SaysWhy()
        => Assert.Equal("invalid match - regex", Pipelines.Routes("<match /a>\n@type null\n</match>\n").Root.Steps[0].PatternError);
}
