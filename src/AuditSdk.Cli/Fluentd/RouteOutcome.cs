using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Cli.Fluentd;

/// <summary>What becomes of an event: delivered, lost, loop, error; or undecided, where only the real program knows.</summary>
internal sealed record RouteOutcome(string Result, string? Why)
{
    // Outputs that hand events on; what reaches another one has arrived.
    private static readonly string[] Passing = ["relabel", "rewrite_tag_filter", "copy", "roundrobin", "forest"];

    public static RouteOutcome Of(RoutingTrace trace)
    {
        if (trace.Exception is { Class: "SystemStackError" }) return new("loop", "It is sent in a circle until fluentd's stack is full.");
        if (trace.Exception is { } exception) return new("error", exception.ToString());
        if (trace.Undecided is { } reason) return new("undecided", reason);
        if (trace.Visits.FirstOrDefault(v => v.Error is not null) is { Error: { } error } failed) return new("error", $"{RoutingExplanation.Of(failed.Plugin)} raises {error}");
        string? lost = Lost(trace);
        bool arrives = trace.Visits.Any(v => !v.IsFilter && v.Records.Count > 0 && !Passing.Contains(v.Type));
        return arrives ? new("delivered", lost) : new("lost", lost ?? Dropped(trace));
    }

    private static string? Lost(RoutingTrace trace)
        => trace.Hops.FirstOrDefault(h => h.Output < 0) is { } hop ? $"No <match> {(hop.Route.Label.Length == 0 ? "at the top level" : "in label " + hop.Route.Label)} takes the tag '{hop.Tag}'." : null;

    private static string Dropped(RoutingTrace trace)
    {
        RouteVisit? filter = trace.Visits.FirstOrDefault(v => v.IsFilter && v.Result.Count == 0);
        RouteVisit? last = filter ?? trace.Visits.LastOrDefault(v => v.Records.Count > 0);
        return last is null ? "No filter or output sees it." : $"{RoutingExplanation.Of(last.Plugin)} drops it.";
    }
}
