using System.Text.RegularExpressions;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What <c>strict_config_value</c> refuses: numbers that Ruby's Integer and Float do not take whole, and switches that are neither true nor false.</summary>
internal static class StrictValues
{
    /// <summary>fluentd's message; null where the value is accepted.</summary>
    public static string? Error(FluentdType type, FluentdDatum datum, string name)
    {
        if (datum is not FluentdDatum.Text { Value: var text }) return null;
        return type.Name switch
        {
            "integer" => Integer(text, name),
            "float" => Float(text, name),
            "size" => UnitNumber.Find(text, "kKmMgGtT") is null ? Integer(text, name) : null,
            "time" => UnitNumber.Find(text, "smhd") is null ? Float(text, name) : null,
            "bool" => text is "true" or "yes" or "false" or "no" or "" || text[0] == '#' ? null : $"{name}: invalid bool value: {text}",
            _ => null,
        };
    }

    private static string? Integer(string text, string name)
        => Regex.IsMatch(text, @"\A\s*[-+]?(0[xX][0-9a-fA-F]+(_[0-9a-fA-F]+)*|0[bB][01]+(_[01]+)*|0[oO]?[0-7]*(_[0-7]+)*|[1-9][0-9]*(_[0-9]+)*)\s*\z", RegexOptions.CultureInvariant)
            ? null : $"{name}: invalid value for Integer(): {new FluentdDatum.Text(text).Inspect()}";

    private static string? Float(string text, string name)
        => Regex.IsMatch(text, @"\A\s*[-+]?[0-9]+(_[0-9]+)*(\.[0-9]+(_[0-9]+)*)?([eE][-+]?[0-9]+)?\s*\z", RegexOptions.CultureInvariant)
            ? null : $"{name}: invalid value for Float(): {new FluentdDatum.Text(text).Inspect()}";
}
