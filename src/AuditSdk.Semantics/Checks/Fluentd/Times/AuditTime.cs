using AuditSdk.Semantics.Fluentd.Times;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>The times of audit events, as kube-apiserver writes them: Kubernetes' MicroTime.</summary>
internal static class AuditTime
{
    /// <summary>One of them.</summary>
    public const string Example = "2026-11-20T10:32:12.822402Z";

    /// <summary>The same as a reading shows it.</summary>
    public const string Exact = "2026-11-20T10:32:12.822402000Z";

    /// <summary>What fluentd makes of it; null where that depends on the host.</summary>
    public static TimeReading? Read(string format) => new FluentdTimeParser { Format = format }.Parse(Example);
}
