using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>
/// Which tags reach which steps of a configuration: the tags of sources, sent through routes and given new names, until nothing new comes. A tag that grows with each round is taken for any
/// tag, so that what is certainly not reached stays certain.
/// </summary>
internal sealed class TagFlow
{
    private const int RoundsToNarrow = 6;
    private const int MostRounds = 12;

    private static readonly string[] LogLevels = ["trace", "debug", "info", "warn", "error", "fatal"];

    private readonly List<(RouteFlow Route, int Step)> _senders = [];
    private readonly HashSet<RouteFlow> _widened = [];
    private readonly List<Inflow> _first;
    private readonly OutputTags _outputs;

    private TagFlow(FluentdRoutes routes, FluentdElement root, PluginSchemas schemas, FlowWork work)
    {
        (FluentdRoutes, Work) = (routes, work);
        Routes = [.. routes.Routes.Select(r => new RouteFlow(r, work))];
        _outputs = new OutputTags(work, schemas, Find);
        _first = [.. Sources(), .. OfFluentd(), .. Named(root)];
        foreach (RouteFlow route in Routes)
        {
            for (int i = 0; i < route.Steps.Count; i++)
            {
                if (route.Steps[i].Step.Element is { Name: "match" } match && _outputs.MaySend(match)) _senders.Add((route, i));
            }
        }

        Inflows = _first;
    }

    public FluentdRoutes FluentdRoutes { get; }

    public FlowWork Work { get; }

    /// <summary>The top level first, then each label.</summary>
    public IReadOnlyList<RouteFlow> Routes { get; }

    public RouteFlow Root => Routes[0];

    /// <summary>What enters the routes.</summary>
    public IReadOnlyList<Inflow> Inflows { get; private set; }

    /// <summary>The flow of a configuration.</summary>
    public static TagFlow Of(FluentdElement root, FluentdRoutes routes, PluginSchemas schemas, FlowWork work)
    {
        TagFlow flow = new(routes, root, schemas, work);
        for (int round = 0; round < MostRounds && flow.Advance(round >= RoundsToNarrow); round++) work.Cancellation.ThrowIfCancellationRequested();
        return flow;
    }

    /// <summary>The route of a label; null where there is none.</summary>
    public RouteFlow? Find(string label) => FluentdRoutes.Find(label) is { } route ? Routes.First(r => ReferenceEquals(r.Route, route)) : null;

    /// <summary>What enters one route.</summary>
    public IEnumerable<Inflow> Into(RouteFlow route) => Inflows.Where(i => i.Target is null || ReferenceEquals(i.Target, route));

    private TagSet TagsInto(RouteFlow route) => TagSet.AnyOf(Work, [.. Into(route).Select(i => i.Tags)]);

    // True where something new came.
    private bool Advance(bool widens)
    {
        foreach (RouteFlow route in Routes) route.In = TagsInto(route);
        foreach (RouteFlow route in _widened) route.In = route.In with { May = Work.Languages.Any };
        List<Inflow> inflows = [.. _first];
        foreach ((RouteFlow route, int step) in _senders)
        {
            TagSet reached = route.Reach(step);
            if (reached.May.Term != Work.Languages.None.Term && !Work.IsEmpty(reached.May)) inflows.AddRange(_outputs.Of(route.Steps[step].Step.Element!, route, reached));
        }

        Inflows = inflows;
        bool any = false;
        foreach (RouteFlow route in Routes)
        {
            if (Work.IsPart(TagsInto(route).May, route.In.May)) continue;
            any = true;
            if (widens) _widened.Add(route);
        }

        return any;
    }

    private IEnumerable<Inflow> Sources()
    {
        SourceTags tags = new(Work);
        foreach (RouteSource source in FluentdRoutes.Sources)
        {
            if (source.Label.State == NodeState.Unknown) yield return new Inflow(InflowKind.Possible, null, tags.Of(source.Element), source.Element, source.Element.Origin);
            else if (Find(source.Label.Or("")!) is { } target) yield return new Inflow(InflowKind.Source, target, tags.Of(source.Element), source.Element, source.Element.Origin);
        }

        // What nobody read may be sources too.
        if (!FluentdRoutes.IsComplete) yield return new Inflow(InflowKind.Possible, null, TagSet.Unknown(Work), null, Origin.None);
    }

    private IEnumerable<Inflow> OfFluentd()
    {
        // Its log goes to the top level for those alone who have a match for it there.
        yield return new Inflow(InflowKind.Fluentd, Root, Log(t => Root.Steps.Any(s => !s.Step.IsFilter && s.Matches(t) != false)), null, Origin.None);
        if (Find("@FLUENT_LOG") is { } label) yield return new Inflow(InflowKind.Fluentd, label, Log(_ => true), null, Origin.None);
        if (Find("@ERROR") is { } error) yield return new Inflow(InflowKind.Fluentd, error, TagSet.Unknown(Work), null, Origin.None);
        foreach (RouteFlow unnamed in Routes.Where(r => !r.Route.IsNameKnown)) yield return new Inflow(InflowKind.Possible, unnamed, TagSet.Unknown(Work), null, Origin.None);
    }

    private TagSet Log(Func<string, bool> isSent)
        => new(LogLevels.Select(l => "fluent." + l).Where(isSent).Aggregate(Work.Languages.None, (all, t) => all.Or(Work.Languages.Tag(t))), Work.Languages.None);

    // Labels that a plugin names whose way with them is not known, such as the timeout_label of a concat: anything may enter them.
    private IEnumerable<Inflow> Named(FluentdElement element)
    {
        foreach (FluentdElement child in element.Elements)
        {
            foreach (FluentdParameter parameter in child.Parameters.Where(p => !IsFollowed(child, p.Key)))
            {
                bool isLabel = parameter.Key.EndsWith("label", StringComparison.Ordinal);
                RouteFlow? target = parameter.Value.Literal is { Length: > 1 } text && (isLabel || text[0] == '@') ? Find(text) : null;
                if (target is not null || (isLabel && parameter.Value.Literal is null)) yield return new Inflow(InflowKind.Possible, target, TagSet.Unknown(Work), child, parameter.Origin);
            }

            foreach (Inflow inner in Named(child)) yield return inner;
        }
    }

    private static bool IsFollowed(FluentdElement element, string key)
    {
        if (element.Name == "source") return key == "@label";
        if (element.Name == "rule") return key == "label";
        return key == "@label" && element.Text("@type").Or(null) is "relabel" or "buffer" or "rewrite_tag_filter" or "detect_exceptions";
    }
}
