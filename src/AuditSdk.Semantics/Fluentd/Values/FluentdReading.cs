namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>What fluentd makes of the text of a parameter.</summary>
/// <param name="Value">The value; null for nil, and where <paramref name="Error"/> says why there is none.</param>
/// <param name="IsExact">False where fluentd takes, without a word, only a part of the text or another value than the text seems to say: <c>1.5m</c> is 5m, <c>abc</c> is 0.</param>
/// <param name="Error">fluentd's message where it stops, or null.</param>
public readonly record struct FluentdReading(FluentdDatum? Value, bool IsExact = true, string? Error = null)
{
    /// <summary>The message of fluentd since 1.8 where a parameter that must have a value is read as nil; before, it took the nil.</summary>
    public static string NilRefused(string parameter) => $"'{parameter}' parameter is required but nil is specified";

    internal static FluentdReading Refused(string error) => new(null, IsExact: false, error);
}
