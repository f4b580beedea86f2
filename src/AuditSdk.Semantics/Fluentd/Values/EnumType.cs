using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>One of a list of symbols, letter by letter.</summary>
internal static class EnumType
{
    public static FluentdReading Read(FluentdDatum datum, ValueList<string> values)
    {
        string text = datum.ToText();
        return values.Contains(text, StringComparer.Ordinal) ? new(new FluentdDatum.Text(text)) : FluentdReading.Refused($"valid options are {string.Join(",", values)} but got {text}");
    }
}
