using System.Globalization;
using System.Text.Json;

namespace AuditSdk.Conformance;

/// <summary>What came of comparing a file: how many verdicts it holds, and which of them differ.</summary>
public sealed class Comparison
{
    private readonly List<string> _differences = [];

    /// <summary>Verdicts compared.</summary>
    public int Count { get; private set; }

    /// <summary>One line each.</summary>
    public IReadOnlyList<string> Differences => _differences;

    /// <summary>Compares two texts.</summary>
    public void Expect(string place, string? expected, string? actual)
    {
        Count++;
        if (!string.Equals(expected, actual, StringComparison.Ordinal)) _differences.Add($"{place}: recorded <{expected ?? "nothing"}>, here <{actual ?? "nothing"}>");
    }

    /// <summary>Compares two JSON texts, whatever the order of their fields and the way to write their numbers.</summary>
    public void ExpectJson(string place, string? expected, string? actual)
        => Expect(place, expected is null ? null : Sorted(expected), actual is null ? null : Sorted(actual));

    private static string Sorted(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Sorted(document.RootElement);
    }

    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => JsonSerializer.Serialize(p.Name) + ":" + Sorted(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Sorted)) + "]",
        JsonValueKind.String => JsonSerializer.Serialize(element.GetString()),
        JsonValueKind.Number when element.GetRawText() == "-0" || element.GetRawText().AsSpan().IndexOfAny(".eE") >= 0 => Float(element.GetDouble()),
        _ => element.GetRawText(),
    };

    // A whole number stays another than a float of its value.
    private static string Float(double number) => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.AsSpan().IndexOfAny(".E") >= 0 ? text : text + ".0";
}
