using System.Text.Json;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>silent.json</c>: policies that the server takes without a word, or nearly so, what they decide, and how bad that is.</summary>
internal static class SilentVectors
{
    // What is said of nearly every policy answers no case, but the cases that are about it.
    private static readonly string[] OfNearlyEvery = ["AUD1003", "AUD1090", "AUD1091", "AUD1092", "AUD1093"];

    private static readonly Lazy<JsonElement> Ids = new(() => JsonDocument.Parse(File.ReadAllBytes(SourceTree.Data("kubernetes", "silent-ids.json"))).RootElement.GetProperty("cases"));

    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        string release = ValidationVectors.ReleaseOf(file.GetProperty("kubernetesVersion").GetString()!);
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            string id = recorded.GetProperty("id").GetString()!;
            PolicyReading reading = PolicyFile.Read(recorded.GetProperty("text").GetString()!, null, release);
            comparison.Expect(id + ": verdict", recorded.GetProperty("accepted").GetBoolean() ? "accepted" : "refused", reading.IsRefused ? "refused" : "accepted");
            comparison.Expect(id + ": warnings", ValidationVectors.Warnings(recorded), reading.Warning ?? "");
            comparison.Expect(id + ": severity", recorded.GetProperty("severity").GetString(), Severity(id, recorded, release));
            if (reading.Document is { } policy) Compare(id, recorded, Decisions.Of(policy), comparison);
        }
    }

    /// <summary>The severity of the check that answers the case; of a case that no check is named for, the recorded one where any finding has it.</summary>
    private static string Severity(string id, JsonElement recorded, string release)
    {
        IReadOnlyList<Finding> findings = PolicyFile.Check(recorded.GetProperty("text").GetString()!, null, new PolicyCheckOptions { Release = release });
        Finding[] answers = [.. findings.Where(f => Ids.Value.TryGetProperty(id, out JsonElement entry) ? f.Id == entry.GetProperty("id").GetString() : !OfNearlyEvery.Contains(f.Id))];
        string[] ours = [.. (answers.Length > 0 ? answers : findings).Select(f => f.Severity.ToString().ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];
        string expected = recorded.GetProperty("severity").GetString()!;
        return ours.Contains(expected) ? expected : ours.Length == 0 ? "no finding" : string.Join(" or ", ours);
    }

    private static void Compare(string id, JsonElement recorded, Func<RequestAttributes, string> decide, Comparison comparison)
    {
        foreach (JsonElement asked in recorded.GetProperty("requests").EnumerateArray())
        {
            string expected = Decisions.Line(
                asked.GetProperty("rule").GetInt32(), asked.GetProperty("level").GetString()!,
                asked.GetProperty("omitStages").EnumerateArray().Select(s => s.GetString()!), asked.GetProperty("omitManagedFields").GetBoolean());
            comparison.Expect($"{id}: {asked.GetProperty("what").GetString()}", expected, decide(Decisions.Request(asked.GetProperty("request"))));
        }
    }
}
