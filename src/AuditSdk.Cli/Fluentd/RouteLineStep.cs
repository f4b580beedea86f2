using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Cli.Fluentd;

/// <summary>A step on the way of an event: a filter or output that sees it, a new tag, or a label that it enters.</summary>
internal sealed record RouteLineStep(string Kind, string? Type, string? Id, int Line, string Tag)
{
    /// <summary>The steps in order.</summary>
    public static IEnumerable<RouteLineStep> Of(RoutingTrace trace)
    {
        for (int i = 0; i < trace.Hops.Count; i++)
        {
            RouteHop hop = trace.Hops[i];
            RouteVisit? sender = hop.FirstVisit > 0 ? trace.Visits[hop.FirstVisit - 1] : null;
            if (i > 0) yield return Sent(hop, trace.Hops[i - 1], sender);
            int end = i + 1 < trace.Hops.Count ? trace.Hops[i + 1].FirstVisit : trace.Visits.Count;
            for (int v = hop.FirstVisit; v < end; v++) yield return Seen(trace.Visits[v]);
        }
    }

    private static RouteLineStep Sent(RouteHop hop, RouteHop before, RouteVisit? sender) => hop.Route.Label == before.Route.Label
        ? new("retag", sender?.Type, sender is null ? null : IdOf(sender.Plugin), sender?.Plugin.Origin.Line ?? 0, hop.Tag)
        : new("label", null, hop.Route.Label.Length == 0 ? "@ROOT" : hop.Route.Label, hop.Route.Origin.Line, hop.Tag);

    private static RouteLineStep Seen(RouteVisit visit) => new(visit.IsFilter ? "filter" : "output", visit.Type, IdOf(visit.Plugin), visit.Plugin.Origin.Line, visit.Tag);

    private static string? IdOf(FluentdElement plugin) => plugin.Parameters.LastOrDefault(p => p.Key == "@id")?.Value.Source;
}
