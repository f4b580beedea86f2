using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>older-versions.json</c>: what earlier releases say otherwise; to everything else they say the same. It names some cases that are in no file here.</summary>
internal static class OlderVersionVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        Dictionary<string, JsonElement> cases = ById(source.Beside("validation.json"), "cases");
        Dictionary<string, JsonElement> policies = ById(source.Beside("evaluation.json"), "policies");
        foreach (JsonProperty release in file.EnumerateObject()) Compare(release, cases, policies, comparison);
    }

    private static void Compare(JsonProperty release, Dictionary<string, JsonElement> cases, Dictionary<string, JsonElement> policies, Comparison comparison)
    {
        string name = ValidationVectors.ReleaseOf(release.Name);
        Dictionary<string, JsonElement> differences = release.Value.GetProperty("validationDifferences").EnumerateArray().ToDictionary(d => d.GetProperty("id").GetString()!, d => d.GetProperty("then"));
        foreach ((string id, JsonElement recorded) in cases) ValidationVectors.Compare(recorded, name, differences.GetValueOrDefault(id), comparison);

        HashSet<string> refused = [.. release.Value.GetProperty("evaluationPoliciesRefused").EnumerateArray().Select(p => p.GetString()!)];
        foreach ((string id, JsonElement recorded) in policies)
        {
            PolicyReading reading = PolicyFile.Read(recorded.GetProperty("policy").GetRawText(), null, name);
            comparison.Expect($"policy {id} in {name}", refused.Contains(id) ? "refused" : "accepted", reading.IsRefused ? "refused" : "accepted");
        }
    }

    private static Dictionary<string, JsonElement> ById(IEnumerable<VectorFile> files, string list)
    {
        Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);
        foreach (JsonElement item in files.SelectMany(f => f.Read().GetProperty(list).EnumerateArray())) byId.TryAdd(item.GetProperty("id").GetString()!, item);
        return byId;
    }
}
