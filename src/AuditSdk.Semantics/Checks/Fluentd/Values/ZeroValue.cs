using AuditSdk.Semantics.Fluentd.Acceptance;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>Numbers that fluentd reads as 0 or less.</summary>
internal static class ZeroValue
{
    /// <summary>The number that fluentd reads, where it is not above 0; else null.</summary>
    public static string? Of(WrittenParameter parameter) => parameter.Schema.Type.Read(parameter.Text, parameter.Key).Value switch
    {
        FluentdDatum.Integer { Value: var whole } when whole.Sign <= 0 => whole.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FluentdDatum.Float { Value: <= 0 and var number } => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };
}
