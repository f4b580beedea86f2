using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Routing.Plugins;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A rule that gives events the tag that they have, at once or when they come back: rewrite_tag_filter drops them.</summary>
internal static class RewriteToTheSameTag
{
    /// <summary>AUD2018.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2018", "A rule gives the tag that events have already, which drops them", FindingSeverity.Error);

    /// <summary>Asks about each rule, for all tags that come to it, and then what becomes of an event that comes back.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow) return;
        HashSet<FluentdElement> told = [];
        foreach ((RouteFlow route, int step, FluentdElement output) in Rewrites(flow))
        {
            RewriteTags rewrite = new(flow.Work, output);
            TagSet reach = route.Reach(step);
            (IReadOnlyList<string>? meant, IReadOnlyList<string>? may) = (flow.Work.WordsOf(reach.Meant), flow.Work.WordsOf(reach.May));
            foreach ((FluentdElement element, RewriteRule? rule) in RewriteTags.Rules(output))
            {
                if (rule is not { Label: null } || Kept(meant, may, t => rewrite.Constant(rule, t) == t) is not { } tag || !told.Add(element)) continue;
                findings.Add(Descriptor.At(element.OriginOf("tag"), $"An event that keeps its tag '{tag}' is not sent on but dropped without a word. Write another tag, or a label that the rule sends it to.") with { Counterexample = tag });
            }
        }

        foreach (EventRun run in context.Runs)
        {
            if (run.Rule is { } rule && ComesBack(run) is { } tag && told.Add(rule))
            {
                findings.Add(Descriptor.At(rule.OriginOf("tag"), $"An event with {run.Shown} comes back to {run.Match.Shown} as '{tag}', gets that tag once more, and is dropped without a word, since its tag stays the same. Give it a tag that this match does not take, or a label.") with { Counterexample = run.Shown });
            }
        }
    }

    // A tag that is certain to come and stays the same; of tags that only may come, all have to.
    private static string? Kept(IReadOnlyList<string>? meant, IReadOnlyList<string>? may, Func<string, bool> isKept)
        => meant?.FirstOrDefault(isKept) ?? (may is { Count: > 0 } && may.All(isKept) ? may[0] : null);

    // The tag under which the event ends where it began, with the record that it had.
    private static string? ComesBack(EventRun run)
    {
        RoutingTrace trace = run.Trace;
        if (trace.Exception is not null || trace.Hops.Count < 2) return null;
        RouteHop last = trace.Hops[trace.Hops.Count - 1];
        RouteHop first = trace.Hops[0];
        if (last.Output != run.Step || first.Output != run.Step || !ReferenceEquals(last.Route, run.Route.Route)) return null;
        IReadOnlyList<RouteVisit> visits = [.. trace.Visits.Where(v => ReferenceEquals(v.Plugin, run.Match) && !v.IsFilter)];
        return visits.Count > 1 && visits[visits.Count - 1].Records.Count == 1 && visits[0].Records.Equals(visits[visits.Count - 1].Records) ? last.Tag : null;
    }

    private static IEnumerable<(RouteFlow Route, int Step, FluentdElement Output)> Rewrites(TagFlow flow)
    {
        foreach (RouteFlow route in flow.Routes)
        {
            for (int i = 0; i < route.Steps.Count; i++)
            {
                if (route.Steps[i].Step.Element is { Name: "match" } match && match.Text("@type").Or(null) == "rewrite_tag_filter") yield return (route, i, match);
            }
        }
    }
}
