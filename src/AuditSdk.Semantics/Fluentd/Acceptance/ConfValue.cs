using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>The value of a key as fluentd has it in memory while it configures.</summary>
/// <param name="Datum">Text as written, or what fluentd's own code put there; null for nil and where unknown.</param>
/// <param name="IsKnown">False where Ruby makes it.</param>
/// <param name="Origin">Where it was written.</param>
internal readonly record struct ConfValue(FluentdDatum? Datum, bool IsKnown, Origin Origin)
{
    /// <summary>True for Ruby's <c>use_default</c>: the parameter's default.</summary>
    public bool IsDefault { get; init; }

    /// <summary>What its author says of it as a secret.</summary>
    public SecretLiteral Secret { get; init; }

    public static ConfValue Of(string text, Origin origin) => new(new FluentdDatum.Text(text), true, origin);

    /// <summary>The text; null for nil and where unknown.</summary>
    public string? Text => Datum?.ToText();
}
