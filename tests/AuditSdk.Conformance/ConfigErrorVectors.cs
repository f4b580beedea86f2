using System.Text.Json;

namespace AuditSdk.Conformance;

/// <summary><c>config-errors.json</c>: configurations that fluentd refuses or takes, with what it prints. Of the two recordings the command line's verdict counts.</summary>
internal static class ConfigErrorVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            AcceptanceLines ours = AcceptanceLines.Of(recorded.GetProperty("config").GetString()!);
            ours.Compare($"{recorded.GetProperty("id").GetInt32()} {recorded.GetProperty("name").GetString()}", recorded, recorded.GetProperty("cli").GetProperty("exit").GetInt32() == 0, comparison);
        }
    }
}
