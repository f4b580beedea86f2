using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>silent.json</c>: policies that the server takes without a word, or nearly so, and what they decide. What we say to them is the business of the checks' tests.</summary>
internal static class SilentVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        string release = ValidationVectors.ReleaseOf(file.GetProperty("kubernetesVersion").GetString()!);
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            string id = recorded.GetProperty("id").GetString()!;
            PolicyReading reading = PolicyFile.Read(recorded.GetProperty("text").GetString()!, null, release);
            comparison.Expect(id + ": verdict", recorded.GetProperty("accepted").GetBoolean() ? "accepted" : "refused", reading.IsRefused ? "refused" : "accepted");
            comparison.Expect(id + ": warnings", ValidationVectors.Warnings(recorded), reading.Warning ?? "");
            if (reading.Document is { } policy) Compare(id, recorded, Decisions.Of(policy), comparison);
        }
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
