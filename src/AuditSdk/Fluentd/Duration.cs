using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Fluentd;

/// <summary>A length of time. fluentd reads a unit (s, m, h, d) from whole numbers only, <c>500ms</c> as 500 minutes; a fraction of a second is therefore written as a bare number.</summary>
/// <param name="Value">The length.</param>
public readonly record struct Duration(TimeSpan Value)
{
    /// <summary>As fluentd reads it: the largest unit that divides the duration.</summary>
    public override string ToString() => UnitTexts.OfTime(Value);
}
