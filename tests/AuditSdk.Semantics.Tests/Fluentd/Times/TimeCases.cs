using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Times;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Tests.Fluentd.Times;

/// <summary>How a case of <c>time-parse.json</c> is read: records that fluentd's json parser took a time from.</summary>
internal static class TimeCases
{
    // Messages were cut when they were recorded.
    private const int LongestMessage = 220;

    /// <summary>The recorded time and record, or error, and ours; ours is null where it is not known.</summary>
    public static (string Expected, string? Actual) Compared(JsonElement recorded)
    {
        string expected = recorded.TryGetProperty("error", out JsonElement error) ? error.GetString()! : $"{recorded.GetProperty("time").GetString() ?? "nil"} {recorded.GetProperty("record").GetRawText()}";
        return (expected.Replace(": ", ":", StringComparison.Ordinal), Actual(recorded)?.Replace(": ", ":", StringComparison.Ordinal));
    }

    private static string? Actual(JsonElement recorded)
    {
        Dictionary<string, string> options = recorded.TryGetProperty("options", out JsonElement o) ? o.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!) : [];
        string? format = Text(recorded, "time_format");
        string key = Text(recorded, "time_key") ?? "time";
        string type = options.GetValueOrDefault("time_type") ?? Text(recorded, "time_type") ?? (format is null ? "float" : "string");
        JsonElement input = recorded.GetProperty("input");
        if (!input.TryGetProperty(key, out JsonElement value)) return $"{(options.GetValueOrDefault("estimate_current_event") == "false" ? "nil" : "NOW (ingestion time)")} {input.GetRawText()}";

        FluentdTimeParser parser = new() { Type = type, Format = format, Fallbacks = ValueList.From(options.GetValueOrDefault("time_format_fallbacks")?.Split(',') ?? []) };
        TimeReading? reading = parser.Parse(Datum(value));
        if (reading is null) return null;
        if (reading.Error is { } error)
        {
            string message = "Fluent::Plugin::Parser::ParserError: " + error;
            return message.Length > LongestMessage ? message[..LongestMessage] : message;
        }

        return $"{reading} {(options.GetValueOrDefault("keep_time_key") == "true" ? input.GetRawText() : "{}")}";
    }

    private static FluentdDatum? Datum(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new FluentdDatum.Text(value.GetString()!),
        JsonValueKind.Number => new FluentdType(value.GetRawText().AsSpan().IndexOfAny(".eE") < 0 ? "integer" : "float").Read(value.GetRawText(), "").Value,
        JsonValueKind.True or JsonValueKind.False => new FluentdDatum.Boolean(value.GetBoolean()),
        JsonValueKind.Array => new FluentdType("array").Read(value.GetRawText(), "").Value,
        JsonValueKind.Object => new FluentdType("hash").Read(value.GetRawText(), "").Value,
        _ => null,
    };

    private static string? Text(JsonElement recorded, string name) => recorded.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
