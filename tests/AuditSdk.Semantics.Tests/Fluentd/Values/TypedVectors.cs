using System.Globalization;
using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Tests.Fluentd.Values;

/// <summary>The recorded literals of every type of parameter.</summary>
internal static class TypedVectors
{
    private const string UnexpectedToken = "unexpected token at";

    /// <summary>What was recorded, and what is read here, as lines.</summary>
    public static (string Expected, string Actual) Compared(JsonElement vector)
    {
        string type = vector.GetProperty("type").GetString()!;
        string expected = vector.TryGetProperty("error", out JsonElement message)
            ? "refused: " + Head(message.GetString()!.Split(": ", 2)[1])
            : Shown(vector.GetProperty("value"), vector.GetProperty("class").GetString()!);
        ConfParseResult parsed = ConfParser.Parse($"<x>\n  p {vector.GetProperty("literal").GetString()}\n</x>\n", "f");
        if (parsed.Error is { } broken) return (expected, "refused: " + broken.FluentdMessage);
        string? text = Evaluated(parsed.Root!.Elements.Single().Parameters.Single().Value);
        if (text is null) return (expected, "refused: 'p' doesn't have default value");
        FluentdReading reading = Of(vector, type).Read(text, "p");
        string? refusal = reading.Error ?? (reading.Value is null ? FluentdReading.NilRefused("p") : null);
        return (expected, refusal is null ? Shown(reading.Value) : "refused: " + Head(refusal));
    }

    // Each release of Ruby's JSON shows another part of the text behind it, and some a number before it.
    private static string Head(string message) => message.IndexOf(UnexpectedToken, StringComparison.Ordinal) is >= 0 ? UnexpectedToken : message;

    private static FluentdType Of(JsonElement vector, string type)
    {
        JsonElement options = vector.TryGetProperty("options", out JsonElement given) ? given : default;
        return new FluentdType(type)
        {
            Values = options.ValueKind == JsonValueKind.Object && options.TryGetProperty("list", out JsonElement list) ? ValueList.From(list.EnumerateArray().Select(v => v.GetString()!)) : ValueList<string>.Empty,
            Element = options.ValueKind == JsonValueKind.Object && options.TryGetProperty("value_type", out JsonElement element) ? new FluentdType(element.GetString()!) : null,
        };
    }

    // The Ruby that occurs in the vectors.
    private static string? Evaluated(FluentdValue value) => value.Parts![0] switch
    {
        { IsRuby: true, Text: "use_default" } => null,
        { IsRuby: true, Text: "true" } => "true",
        { IsRuby: true, Text: "/a/" } => "(?-mix:a)",
        { IsRuby: true } part => throw new NotSupportedException(part.Text),
        _ => value.Literal,
    };

    private static string Shown(FluentdDatum? datum) => datum switch
    {
        null => "null",
        FluentdDatum.Boolean boolean => boolean.Value ? "true" : "false",
        FluentdDatum.Integer integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        FluentdDatum.Float number => Shown(number.Value),
        FluentdDatum.Text text => JsonSerializer.Serialize(text.Value),
        FluentdDatum.Regexp regexp => $"/{regexp.Pattern}/{regexp.Options}",
        FluentdDatum.List list => $"[{string.Join(",", list.Items.Select(Shown))}]",
        FluentdDatum.Map map => $"{{{string.Join(",", map.Items.Select(i => $"{JsonSerializer.Serialize(i.Key)}:{Shown(i.Value)}"))}}}",
        _ => throw new NotSupportedException(),
    };

    private static string Shown(JsonElement value, string type) => type switch
    {
        "Regexp" => $"/{value.GetProperty("regexp").GetString()}/{value.GetProperty("options")}",
        "Float" => value.ValueKind == JsonValueKind.String ? value.GetString()! : Shown(value.GetDouble()), // JSON has no Infinity
        "Array" or "Hash" => Shown(value),
        _ => value.ValueKind == JsonValueKind.String ? JsonSerializer.Serialize(value.GetString()) : value.GetRawText(),
    };

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Shown))}]",
        JsonValueKind.Object => $"{{{string.Join(",", value.EnumerateObject().Select(i => $"{JsonSerializer.Serialize(i.Name)}:{Shown(i.Value)}"))}}}",
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        JsonValueKind.Number when value.GetRawText().AsSpan().IndexOfAny(".eE") >= 0 => Shown(value.GetDouble()),
        _ => value.GetRawText(),
    };

    private static string Shown(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.IsInfinity(number) || text.AsSpan().IndexOfAny(".E") >= 0 ? text : text + ".0";
    }
}
