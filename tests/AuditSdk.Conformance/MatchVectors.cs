using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Conformance;

/// <summary><c>match.json</c>: which tags a pattern takes.</summary>
internal static class MatchVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        Dictionary<string, TagPattern?> patterns = [];
        foreach (JsonElement pair in file.GetProperty("cases").EnumerateArray())
        {
            string text = pair.GetProperty("pattern").GetString()!;
            string tag = pair.GetProperty("tag").GetString()!;
            if (!patterns.TryGetValue(text, out TagPattern? pattern)) patterns.Add(text, pattern = TagPattern.Parse(text, out _));
            comparison.Expect($"'{text}' and '{tag}'", pair.GetProperty("match").GetBoolean().ToString(), pattern?.Matches(tag)?.ToString());
        }

        foreach (JsonElement refusal in file.GetProperty("errors").EnumerateArray())
        {
            string text = refusal.GetProperty("pattern").GetString()!;
            string? error = TagPattern.Parse(text, out string? message) is null ? "Fluent::ConfigError: " + message : null;
            comparison.Expect($"'{text}'", refusal.GetProperty("error").GetString(), error);
        }
    }
}
