namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Text as it is; what JSON gave becomes text.</summary>
internal static class StringType
{
    public static FluentdReading Read(FluentdDatum datum) => new(datum as FluentdDatum.Text ?? new FluentdDatum.Text(datum.ToText()));
}
