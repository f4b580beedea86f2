using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Conformance;

/// <summary><c>routing.json</c>: which filters and outputs see an event.</summary>
internal static class RoutingVectors
{
    private const int MostLines = 5;

    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            string name = recorded.GetProperty("name").GetString()!;
            PipelineRun run = PipelineRun.Of(recorded.GetProperty("config").GetString()!);
            comparison.Expect($"{name}, configuration", recorded.TryGetProperty("configure_error", out JsonElement error) ? error.GetString() : null, run.Error);
            if (run.Error is not null) continue;
            foreach (JsonElement e in recorded.GetProperty("events").EnumerateArray()) CompareEvent(name, e, run, comparison);
        }
    }

    private static void CompareEvent(string name, JsonElement recorded, PipelineRun run, Comparison comparison)
    {
        string tag = recorded.GetProperty("tag").GetString()!;
        string label = recorded.GetProperty("label").GetString()!;
        string place = $"{name}, {label} {tag}";
        RoutingTrace trace = run.Emit(label, tag, recorded.GetProperty("record"));
        string? exception = recorded.TryGetProperty("exception", out JsonElement e) ? e.GetString() : null;
        comparison.Expect($"{place}, undecided", null, trace.Undecided);
        comparison.Expect($"{place}, exception", PipelineRun.Exception(exception), PipelineRun.Exception(trace.Exception?.ToString()));
        comparison.Expect($"{place}, trace", PipelineRun.RecordedTrace(recorded.GetProperty("trace"), exception), PipelineRun.Trace(trace));
        RouteVisit[] outputs = [.. trace.Visits.Where(v => v.Type == "rec" && !v.IsFilter)];
        bool isEmpty = outputs.Length > 0 && outputs.All(v => v.Records.Count == 0);
        if (!isEmpty) comparison.Expect($"{place}, result", recorded.GetProperty("result").GetString(), outputs.Length > 0 ? "delivered" : "not delivered");
        PipelineRun.CompareLog(place, recorded, MostLines, trace, comparison);
    }
}
