using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>A number of which fluentd reads another one.</summary>
internal static class NumberIsReadAsAnother
{
    /// <summary>AUD2060.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2060", "fluentd reads another number than is written", FindingSeverity.Warning);

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal) { ["integer"] = "", ["float"] = "", ["size"] = " bytes", ["time"] = " seconds" };

    /// <summary>Reads each number as fluentd does.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> told = [];
        foreach (WrittenParameter parameter in context.Written)
        {
            if (!Units.TryGetValue(parameter.Schema.Type.Name, out string? unit) || !told.Add(parameter.Origin)) continue;
            FluentdReading reading = parameter.Schema.Type.Read(parameter.Text, parameter.Key);
            if (reading.IsExact || reading.Error is not null || reading.Value is null || IsMeant(parameter)) continue;
            findings.Add(Descriptor.At(parameter.Origin, $"fluentd reads '{parameter.Text}' of {parameter.Key} as {reading.Value.ToText()}{unit}, without a word. {Advice(parameter.Schema.Type.Name)}"));
        }
    }

    // "5 s" is five seconds, if only since what follows the number is not read.
    private static bool IsMeant(WrittenParameter parameter)
        => parameter.Schema.Type.Name == "time" && parameter.Text.EndsWith(" s", StringComparison.Ordinal) && parameter.Text.Length > 2 && parameter.Text.Take(parameter.Text.Length - 2).All(c => c is >= '0' and <= '9');

    private static string Advice(string type) => type switch
    {
        "size" => "Write a whole number with k, m, g, t or nothing behind it.",
        "time" => "Write a whole number with s, m, h or d behind it.",
        "integer" => "Write a whole number.",
        _ => "Write a number.",
    };
}
