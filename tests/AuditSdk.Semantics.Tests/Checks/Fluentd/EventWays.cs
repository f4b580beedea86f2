using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Values;
using AuditSdk.Semantics.Tests.Fluentd.Routing;

namespace AuditSdk.Semantics.Tests.Checks.Fluentd;

/// <summary>An event that is sent to a configuration.</summary>
/// <param name="Label">The label that it enters; empty for the top level.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Record">Its record.</param>
internal sealed record SentEvent(string Label, string Tag, FluentdDatum.Map Record)
{
    /// <summary>The place of the source that emits it, whose label it enters then; null where it comes from nowhere.</summary>
    public Origin? Source { get; init; }

    public override string ToString() => $"{Label} {Tag} of {Source?.Line.ToString() ?? "a test"}";
}

/// <summary>The ways of events before and after a change.</summary>
internal static class EventWays
{
    // Where fluentd does not start there is no way that a change could keep.
    private const string Refused = "refused";

    // Some that the patterns of the examples take, and some that they do not.
    private static readonly string[] Tags = ["audit", "audit.a", "audit.a.b", "audit.none", "app", "a", "b", "a.b", "x", "x.y", "new.audit", "kube.audit", "app.x"];

    private static readonly FluentdDatum.Map Get = new(ValueList.From([new KeyValuePair<string, FluentdDatum?>("verb", new FluentdDatum.Text("get"))]));

    /// <summary>Each event that goes another way after a change, with both ways; a source that gives other tags too.</summary>
    public static IReadOnlyList<string> Differences(FluentdElement root, FluentdEdit edit, IReadOnlyList<SentEvent> events)
    {
        FluentdElement changed = FluentdEditor.Apply(root, edit);
        string[] before = Of(root, events), after = Of(changed, [.. events.Select(e => Renamed(e, edit))]);
        return [.. OtherTags(root, changed), .. events.Select((e, i) => (e, i)).Where(x => before[x.i] != Refused && before[x.i] != after[x.i]).Select(x => $"{x.e}: {before[x.i]} -> {after[x.i]}")];
    }

    /// <summary>The recorded events of a configuration, those that its own sources and outputs can send by what is known of their tags, and some that any may be sent.</summary>
    public static IReadOnlyList<SentEvent> Events(FluentdElement root, IReadOnlyList<SentEvent> recorded)
        => [.. recorded, .. OfFlow(root), .. OfSources(root), .. Tags.Select(t => new SentEvent("", t, Get))];

    private static IEnumerable<SentEvent> OfFlow(FluentdElement root)
    {
        FluentdCheckContext context = new(root, new FluentdCheckOptions { Types = ["rec"] });
        if (context.Flow is not { } flow) yield break;
        foreach (RouteFlow route in flow.Routes.Where(r => r.Route.IsNameKnown))
        {
            IEnumerable<TagSet> sets = flow.Into(route).Select(i => i.Tags).Concat(route.Steps.Select((_, i) => route.Reach(i)));
            foreach (string tag in sets.SelectMany(s => Examples(flow.Work, s)).Distinct()) yield return new SentEvent(route.Route.Label, tag, Get);
        }

        foreach (EventRun run in context.Runs) yield return new SentEvent(run.Route.Route.Label, run.Tag, run.Record);
    }

    private static IEnumerable<SentEvent> OfSources(FluentdElement root)
    {
        FlowWork work = Work();
        return from source in FluentdRoutes.Of(root).Sources
               from tag in Examples(work, new SourceTags(work).Of(source.Element))
               select new SentEvent("", tag, Get) { Source = source.Element.Origin };
    }

    private static IEnumerable<string> Examples(FlowWork work, TagSet set)
        => new[] { set.Meant, set.May }.SelectMany(tags => work.WordsOf(tags) ?? (work.TagOf(tags) is { } one ? [one] : []));

    // Sources are told apart by where they are written, which an edit does not change.
    private static IEnumerable<string> OtherTags(FluentdElement root, FluentdElement changed)
    {
        FlowWork work = Work();
        SourceTags tags = new(work);
        Dictionary<Origin, TagSet> after = FluentdRoutes.Of(changed).Sources.ToDictionary(s => s.Element.Origin, s => tags.Of(s.Element));
        foreach (FluentdElement source in FluentdRoutes.Of(root).Sources.Select(s => s.Element))
        {
            TagSet before = tags.Of(source);
            bool isSame = after.TryGetValue(source.Origin, out TagSet? now) && work.IsPart(before.May, now.May) && work.IsPart(now.May, before.May);
            if (!isSame) yield return $"the source of line {source.Origin.Line} gives other tags";
        }
    }

    private static FlowWork Work() => new(1_000_000, CancellationToken.None);

    private static SentEvent Renamed(SentEvent sent, FluentdEdit edit) => edit is RenameLabel rename && sent.Label == rename.Label ? sent with { Label = rename.Name } : sent;

    // One run of fluentd, which remembers from event to event.
    private static string[] Of(FluentdElement root, IReadOnlyList<SentEvent> events)
    {
        FluentdRoutes routes = Recorder.Routes(root);
        Router router = new(routes, Recorder.Options);
        return [.. events.Select(e => router.Refusal is null ? Of(router, routes, e) : Refused)];
    }

    private static string Of(Router router, FluentdRoutes routes, SentEvent sent)
    {
        RouteSource? source = sent.Source is { } origin ? routes.Sources.FirstOrDefault(s => s.Element.Origin == origin) : null;
        if (sent.Source is not null && source is null) return "no source";
        RoutingTrace trace = router.Emit(source is null ? sent.Label : source.Label.Or("")!, sent.Tag, sent.Record);
        if (trace.Undecided is not null) return "undecided";
        IEnumerable<string> outputs = trace.Visits.Where(v => !v.IsFilter && v.Type is not ("relabel" or "rewrite_tag_filter" or "copy" or "forest")).Select(v => $"{v.Plugin.Origin.Line} {v.Tag} {v.Records.Count}");
        return string.Join("; ", outputs) + (trace.Exception is null ? "" : " fails");
    }
}
