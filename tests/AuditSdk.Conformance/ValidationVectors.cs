using System.Text.Json;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Conformance;

/// <summary><c>validation.json</c>: texts of policies, and what kube-apiserver says to them.</summary>
internal static class ValidationVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        string release = ReleaseOf(file.GetProperty("kubernetesVersion").GetString()!);
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray()) Compare(recorded, release, overrides: default, comparison);
    }

    /// <summary>Compares a case; some of its answers may be another release's.</summary>
    public static void Compare(JsonElement recorded, string release, JsonElement overrides, Comparison comparison)
    {
        string id = recorded.GetProperty("id").GetString()! + " in " + release;
        PolicyReading reading = PolicyFile.Read(recorded.GetProperty("text").GetString()!, "audit-policy.yaml", release);
        bool isAccepted = Of(overrides, "ok")?.GetBoolean() ?? recorded.GetProperty("accepted").GetBoolean();
        string? error = Text(Of(overrides, "error") ?? Of(recorded, "error"));
        JsonElement? normalised = Of(overrides, "normalised") ?? Of(recorded, "normalised");
        comparison.Expect(id + ": verdict", isAccepted ? "accepted" : "refused", reading.IsRefused ? "refused" : "accepted");
        comparison.Expect(id + ": error", ServerError.Comparable(error), ServerError.Comparable(reading.Refusal));
        comparison.ExpectJson(id + ": normalised", normalised is { ValueKind: JsonValueKind.Object } policy ? policy.GetRawText() : null, reading.Normalised);
        comparison.Expect(id + ": warnings", Warnings(recorded), reading.Warning ?? "");
    }

    public static string Warnings(JsonElement recorded)
        => Of(recorded, "warnings") is { } warnings ? string.Join("\n", warnings.EnumerateArray().Select(w => w.GetString())) : "";

    /// <summary><c>v1.36.2</c> is a patch of <c>1.36</c>.</summary>
    public static string ReleaseOf(string version) => string.Join('.', version.TrimStart('v').Split('.').Take(2));

    private static JsonElement? Of(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
