namespace KubernetesGuide;

/// <summary>The three values that the guide lets its reader choose.</summary>
public sealed record AuditLogSettings
{
    /// <summary>Where kube-apiserver writes its audit log; under /var/log.</summary>
    public string SourceLogDir { get; init; } = "/var/log/kubernetes/audit";

    /// <summary>The log file in that folder.</summary>
    public string SourceLogFile { get; init; } = "audit.log";

    /// <summary>Where fluentd writes the log split by namespace.</summary>
    public string DestLogDir { get; init; } = "/var/log/audit";

    /// <summary>The whole path of the log.</summary>
    public string SourceLogPath => $"{SourceLogDir}/{SourceLogFile}";
}
