using System.Text.Json;

namespace AuditSdk.Conformance;

/// <summary><c>placeholders.json</c>: paths with placeholders against the chunk keys of buffers. A match in it takes no log events of fluentd's own.</summary>
internal static class PlaceholderVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            AcceptanceLines ours = AcceptanceLines.Of(recorded.GetProperty("config").GetString()!);
            ours.Compare(recorded.GetProperty("name").GetString()!, recorded, recorded.GetProperty("accepted").GetBoolean(), comparison);
        }
    }
}
