using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>The value of a key as fluentd has it in memory while it configures.</summary>
/// <param name="Datum">Text as written, or what fluentd's own code put there; null for nil and where unknown.</param>
/// <param name="IsKnown">False where Ruby makes it.</param>
/// <param name="Origin">Where it was written.</param>
internal readonly record struct ConfValue(FluentdDatum? Datum, bool IsKnown, Origin Origin)
{
    public static ConfValue Of(string text, Origin origin) => new(new FluentdDatum.Text(text), true, origin);

    public static ConfValue Of(FluentdValue value, Origin origin) => value.Literal is { } text ? Of(text, origin) : new(null, false, origin);

    /// <summary>The text; null for nil and where unknown.</summary>
    public string? Text => Datum?.ToText();
}
