using System.Globalization;
using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>The way of an event in words, line by line.</summary>
public static class RoutingExplanation
{
    // An event that is sent in a circle is sent hundreds of times.
    private const int MostHops = 12;
    private const int LongestRecord = 300;

    /// <summary>Every route that the event enters, every filter and output before the one that takes it with the reason, and what becomes of it.</summary>
    public static string Of(RoutingTrace trace)
    {
        StringBuilder text = new();
        for (int i = 0; i < trace.Hops.Count; i++)
        {
            if (i == MostHops)
            {
                text.Append($"... and {(trace.Hops.Count - i).ToString(CultureInfo.InvariantCulture)} times more\n");
                break;
            }

            int end = i + 1 < trace.Hops.Count ? trace.Hops[i + 1].FirstVisit : trace.Visits.Count;
            Append(text, trace.Hops[i], [.. trace.Visits.Skip(trace.Hops[i].FirstVisit).Take(end - trace.Hops[i].FirstVisit)]);
        }

        foreach (FluentdLogLine line in trace.Log.Take(MostHops)) text.Append($"log, {line.Level}: {Shortened(OneLine.Of(line.Text))}\n");
        if (trace.Exception is { } exception) text.Append($"fails: {OneLine.Of(exception.ToString())}{(exception.Class == "SystemStackError" ? ", since it is sent in a circle" : "")}\n");
        if (trace.Undecided is { } reason) text.Append($"cannot be followed further: {OneLine.Of(reason)}\n");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>A plugin in one line: its section, its type, where it is written.</summary>
    public static string Of(FluentdElement plugin)
    {
        string argument = plugin.Argument.Length == 0 ? "" : " " + OneLine.Of(plugin.Argument);
        string? type = plugin.Parameters.LastOrDefault(p => p.Key == "@type")?.Value.Source;
        string? id = plugin.Parameters.LastOrDefault(p => p.Key == "@id")?.Value.Source;
        string file = plugin.Origin.File is { } path ? path.Substring(path.LastIndexOfAny(['/', '\\']) + 1) + ":" : "line ";
        string place = plugin.Origin.Line > 0 ? $" ({file}{plugin.Origin.Line.ToString(CultureInfo.InvariantCulture)})" : "";
        return $"<{plugin.Name}{argument}>{(type is null ? "" : " " + OneLine.Of(type))}{(id is null ? "" : " " + OneLine.Of(id))}{place}";
    }

    private static void Append(StringBuilder text, RouteHop hop, IReadOnlyList<RouteVisit> visits)
    {
        text.Append($"tag '{OneLine.Of(hop.Tag)}' in {(hop.Route.Label.Length == 0 ? "the top level" : "label " + hop.Route.Label)}\n");
        int last = hop.Output < 0 ? hop.Route.Steps.Count - 1 : hop.Output;
        HashSet<FluentdElement> steps = new(ReferenceComparer.Instance);
        for (int i = 0; i <= last; i++)
        {
            if (hop.Route.Steps[i] is not { Element: { } element } step) continue;
            steps.Add(element);
            RouteVisit? visit = visits.FirstOrDefault(v => ReferenceEquals(v.Plugin, element));
            text.Append($"  {Of(element)}: {(visit is not null ? Outcome(visit) : i == hop.Output ? "takes it" : step.Pattern.IsKnown && step.Pattern.Value.Matches(hop.Tag) == true ? "sees nothing, since it is dropped before" : "does not take the tag")}\n");
        }

        if (hop.Output < 0) text.Append("  no match takes the tag: the event is lost\n");
        foreach (RouteVisit visit in visits.Where(v => !steps.Contains(v.Plugin))) text.Append($"    {Of(visit.Plugin)}: {Outcome(visit)}\n");
    }

    private static string Outcome(RouteVisit visit)
    {
        if (visit.Error is { } error) return $"raises {OneLine.Of(error.ToString())}";
        if (!visit.IsFilter) return visit.Records.Count == 0 ? "sees nothing, since it is dropped before" : $"takes {Shown(visit.Records)}";
        if (visit.Result.Count == 0) return "drops it";
        return visit.IsOpaque ? "does with it what only the real program knows" : visit.Result.Equals(visit.Records) ? "lets it through" : $"makes {Shown(visit.Result)} of it";
    }

    private static string Shown(ValueList<EventRecord> records)
        => records is [{ IsOpaque: true }] ? "a record that is not known" : Shortened(string.Join(" ", records.Select(r => OneLine.Of(r.ToJson()))));

    private static string Shortened(string text) => text.Length > LongestRecord ? text.Substring(0, LongestRecord) + "..." : text;

    private sealed class ReferenceComparer : IEqualityComparer<FluentdElement>
    {
        public static ReferenceComparer Instance { get; } = new();

        public bool Equals(FluentdElement? x, FluentdElement? y) => ReferenceEquals(x, y);

        public int GetHashCode(FluentdElement obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
