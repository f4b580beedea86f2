using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Conformance;

/// <summary><c>rewrite-tag-filter.json</c>: the new tags of events.</summary>
internal static class RewriteTagFilterVectors
{
    private const int MostLines = 5;

    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            string name = recorded.GetProperty("name").GetString()!;
            PipelineRun run = PipelineRun.Of(recorded.GetProperty("config").GetString()!);
            string? error = recorded.TryGetProperty("configure_error", out JsonElement e) ? e.GetString() : null;
            comparison.Expect($"{name}, configuration", Head(error), Head(run.Error));
            if (run.Error is not null) continue;
            foreach (JsonElement sent in recorded.GetProperty("events").EnumerateArray()) CompareEvent($"{name}, {sent}", sent, run, comparison);
        }
    }

    private static void CompareEvent(string place, JsonElement recorded, PipelineRun run, Comparison comparison)
    {
        RoutingTrace trace = run.Emit("", recorded.GetProperty("tag").GetString()!, recorded.GetProperty("record"));
        string[] emitted = [.. trace.Visits.Where(v => v.Type == "rec").SelectMany(v => v.Records.Select(_ => $"{PipelineRun.Name(v)} {v.Tag}"))];
        string[] expected = [.. recorded.GetProperty("emitted").EnumerateArray().Select(e => $"{e.GetProperty("to").GetString()} {e.GetProperty("tag").GetString()}")];
        string? exception = recorded.TryGetProperty("exception", out JsonElement e) ? e.GetString() : null;
        comparison.Expect($"{place}, undecided", null, trace.Undecided);
        comparison.Expect($"{place}, emitted", string.Join('\n', expected), string.Join('\n', emitted));
        comparison.Expect($"{place}, exception", PipelineRun.Exception(exception), PipelineRun.Exception(trace.Exception?.ToString()));
        comparison.Expect($"{place}, dropped", recorded.TryGetProperty("dropped", out JsonElement dropped) && dropped.GetBoolean() ? "yes" : "no", emitted.Length == 0 && trace.Exception is null ? "yes" : "no");
        if (recorded.TryGetProperty("warnings", out _)) PipelineRun.CompareLog(place, recorded, MostLines, trace, comparison);
    }

    // What follows shows objects of Ruby.
    private static string? Head(string? error)
    {
        int end = error is null ? -1 : error.IndexOf(" at #<", StringComparison.Ordinal) is var at and >= 0 ? at : error.IndexOf(" found [", StringComparison.Ordinal) is var found and >= 0 ? found + " found".Length : -1;
        return end < 0 ? error : error![..end];
    }
}
