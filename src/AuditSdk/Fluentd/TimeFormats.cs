namespace AuditSdk.Fluentd;

/// <summary>Time formats of fluentd's parsers, as strptime reads them.</summary>
public static class TimeFormats
{
    /// <summary>The time stamps of Kubernetes audit events (<c>2026-11-20T10:32:12.822402Z</c>). fluentd knows <c>%N</c> and <c>%L</c> only: with <c>%6N</c>, or without fractions, every event is dropped.</summary>
    public const string KubernetesAudit = "%Y-%m-%dT%H:%M:%S.%N%z";

    /// <summary>Any ISO 8601 time stamp.</summary>
    public const string Iso8601 = "%iso8601";
}
