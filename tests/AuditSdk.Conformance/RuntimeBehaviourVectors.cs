using System.Text.Json;
using System.Text.Json.Nodes;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Conformance;

/// <summary><c>runtime-behaviour.json</c>: what filters make of records. What is Ruby's alone is left out.</summary>
internal static class RuntimeBehaviourVectors
{
    private const int MostLines = 2;

    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            string name = recorded.GetProperty("name").GetString()!;
            PipelineRun run = PipelineRun.Of(recorded.GetProperty("config").GetString()!);
            string? error = recorded.TryGetProperty("configure_error", out JsonElement e) ? e.GetString() : null;
            if (error?.StartsWith("SyntaxError", StringComparison.Ordinal) == true) continue;
            comparison.Expect($"{name}, configuration", error, run.Error);
            if (run.Error is not null) continue;
            string tag = recorded.GetProperty("tag").GetString()!;
            foreach (JsonElement sent in recorded.GetProperty("events").EnumerateArray()) CompareEvent($"{name}, {sent.GetProperty("in")}", tag, sent, run, comparison);
        }
    }

    private static void CompareEvent(string place, string tag, JsonElement recorded, PipelineRun run, Comparison comparison)
    {
        RoutingTrace trace = run.Emit(run.Entry, tag, recorded.GetProperty("in"));
        if (trace.Undecided is not null)
        {
            bool isRubys = trace.Visits.Any(v => v.IsOpaque);
            comparison.Expect($"{place}, undecided", isRubys ? trace.Undecided : null, trace.Undecided);
            return;
        }

        string? exception = recorded.TryGetProperty("exception", out JsonElement e) ? e.GetString() : null;
        comparison.Expect($"{place}, exception", PipelineRun.Exception(exception), PipelineRun.Exception(trace.Exception?.ToString()));
        if (trace.Visits.Any(v => v.IsOpaque)) return;
        comparison.Expect($"{place}, trace", PipelineRun.RecordedTrace(recorded.GetProperty("trace"), exception), PipelineRun.Trace(trace));
        IEnumerable<EventRecord> records = trace.Visits.Where(v => v.Type == "rec" && !v.IsFilter).SelectMany(v => v.Records);
        string[] unknown = [.. records.SelectMany(r => r.UnknownFields)];
        comparison.ExpectJson($"{place}, records", Without(unknown, recorded.GetProperty("out").GetRawText()), Without(unknown, $"[{string.Join(",", records.Select(r => PipelineRun.Json(r.Fields)))}]"));
        PipelineRun.CompareLog(place, recorded, MostLines, trace, comparison);
    }

    private static string Without(string[] fields, string json)
    {
        JsonArray records = JsonNode.Parse(json)!.AsArray();
        foreach (JsonNode? record in records)
        {
            foreach (string field in fields) record!.AsObject().Remove(field);
        }

        return records.ToJsonString();
    }
}
