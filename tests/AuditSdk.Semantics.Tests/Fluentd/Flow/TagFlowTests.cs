using System.Globalization;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Tests.Fluentd.Routing;
using AuditSdk.Semantics.Tests.Fluentd.Tags;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Flow;

/// <summary>What the flow of tags says against the router, which sends single events.</summary>
public sealed class TagFlowTests
{
    private static readonly string[] Records = ["{}", """{"k":"a"}""", """{"k":"b"}""", """{"k":"x1"}""", """{"k":"q.r"}""", """{"k":""}"""];

    [Fact]
    public void StepThatAnEventReaches_IsNeverUnreachable() => FlowGen.Rewriting.Sample(conf =>
    {
        TagFlow flow = Of(conf);
        foreach (RouteHop hop in Hops(flow))
        {
            RouteFlow route = flow.Routes.First(r => ReferenceEquals(r.Route, hop.Route));
            Assert.True(route.In.May.Contains(hop.Tag), $"'{hop.Tag}' enters '{hop.Route.Label}'\n{conf}");
            if (hop.Output < 0) continue;
            Assert.True(route.Reach(hop.Output).May.Contains(hop.Tag), $"'{hop.Tag}' reaches step {hop.Output} of '{hop.Route.Label}'\n{conf}");
            Assert.NotEqual(false, route.IsReached(hop.Output));
        }
    }, iter: 1_000);

    [Fact]
    public void StepOfConstantTagsThatIsReached_HasAnEvent() => FlowGen.Constant.Sample(conf =>
    {
        TagFlow flow = Of(conf);
        if (Traces(flow).Any(t => t.Exception is not null)) return; // behind a circle nothing comes, which languages do not show
        HashSet<(FluentdRoute, int)> reached = [.. Hops(flow).Select(h => (h.Route, h.Output))];
        foreach (RouteFlow route in flow.Routes)
        {
            for (int i = 0; i < route.Steps.Count; i++)
            {
                // fluentd's own log events come as well.
                bool isOfLog = route.Reach(i).May.Contains("fluent.warn");
                if (!route.Steps[i].Step.IsFilter && !isOfLog) Assert.Equal(reached.Contains((route.Route, i)), route.IsReached(i));
            }
        }
    }, iter: 500);

    [Fact]
    public void ExampleOfALostEvent_IsNotDelivered() => FlowGen.Rewriting.Sample(conf =>
    {
        TagFlow flow = Of(conf);
        Router router = new(flow.FluentdRoutes);
        if (router.Refusal is not null) return;
        foreach (Inflow inflow in flow.Inflows.Where(i => i.Target is not null && i.Kind != InflowKind.Fluentd))
        {
            if (flow.Work.TagOf(inflow.Target!.Left(inflow.Tags.Meant)) is { } tag) Assert.Equal(-1, router.Emit(inflow.Target!.Route.Label, tag, Pipelines.Record("{}")).Hops[0].Output);
        }
    }, iter: 500);

    [Theory]
    [InlineData("app.x{0}")]
    [InlineData("app{0}.**")]
    [InlineData("**.x{0}")]
    [InlineData("** app{0}")]
    [InlineData("app.*.x{0}")]
    public void AThousandMatches_CostLittle(string shape)
    {
        string conf = "<source>\n@type forward\n</source>\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"<match {shape.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}>\n@type null\n</match>\n"));
        FluentdElement root = ConfParser.Parse(conf, "f.conf").Root!;
        FluentdCheckContext context = new(root, new FluentdCheckOptions());
        FindingSink sink = new();
        foreach (FluentdCheck check in FluentdChecks.All.Where(c => string.CompareOrdinal(c.Descriptor.Id, "AUD2030") < 0)) check.Check(context, sink);

        // The catch-all takes the tags of all that follow.
        Assert.Equal(shape.StartsWith("** ", StringComparison.Ordinal) ? 999 : 0, sink.Findings.Count);
        Assert.InRange(context.Flow!.Work.Languages.Work, 0, 10_000);
    }

    [Fact]
    public void SampleOfAMatch_IsTakenByIt() => TagGen.Glob.Sample(glob =>
    {
        StepTags step = Of($"<match {glob}>\n@type null\n</match>\n").Root.Steps[0];
        Assert.True(step.Sample is not null && step.Matches(step.Sample) == true, $"'{step.Sample}' is not of {glob}");
    });

    [Fact]
    public void NoBudget_LeavesEverythingUndecided()
    {
        const string Conf = "<source>\n@type sample\ntag a\n</source>\n<match **>\n@type null\n</match>\n<match a>\n@type null\n</match>\n<label @U>\n<match **>\n@type null\n</match>\n</label>\n";

        Assert.Contains(ConfFile.Check(Conf, null, new FluentdCheckOptions()), f => f.Id == "AUD2011");
        Assert.DoesNotContain(ConfFile.Check(Conf, null, new FluentdCheckOptions { WorkBudget = 0 }), f => f.Id == "AUD2011");
    }

    [Fact]
    public void Cancelled_Ends()
        => Assert.ThrowsAny<OperationCanceledException>(() => ConfFile.Check("<match a>\n@type null\n</match>\n", null, new FluentdCheckOptions(), null, new CancellationToken(canceled: true)));

    private static TagFlow Of(string conf) => new FluentdCheckContext(ConfParser.Parse(conf, "f.conf").Root!, new FluentdCheckOptions()).Flow!;

    private static IEnumerable<RouteHop> Hops(TagFlow flow) => Traces(flow).SelectMany(t => t.Hops);

    // None where fluentd refuses the rules, as it does equal ones.
    private static IReadOnlyList<RoutingTrace> Traces(TagFlow flow)
    {
        Router router = new(flow.FluentdRoutes);
        if (router.Refusal is not null) return [];
        return [.. flow.FluentdRoutes.Sources.SelectMany(s => Records.Select(r => router.Emit(s.Label.Or("")!, s.Tag.Value, Pipelines.Record(r))))];
    }
}
