using System.Text.Json;
using AuditSdk.Semantics.Tests.Fluentd.Times;

namespace AuditSdk.Conformance;

/// <summary><c>time-parse.json</c>: the times that fluentd's json parser reads.</summary>
internal static class TimeVectors
{
    public static void Compare(JsonElement file, VectorFile source, Comparison comparison)
    {
        foreach (JsonElement recorded in file.GetProperty("cases").EnumerateArray())
        {
            (string expected, string? actual) = TimeCases.Compared(recorded);
            comparison.Expect(recorded.GetRawText(), expected, actual ?? "not known");
        }
    }
}
