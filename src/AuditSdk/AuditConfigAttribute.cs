namespace AuditSdk;

/// <summary>Marks a class whose <see cref="EmitAsAttribute"/> members describe the audit logging of one cluster, or of a fleet of like ones.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditConfigAttribute : Attribute
{
    /// <summary>The Kubernetes release that the policy is for, such as <c>1.34</c>. Default: the newest of the catalog.</summary>
    public string? Kubernetes { get; set; }

    /// <summary>The fluentd that reads the configuration: <c>td-agent 3</c>, <c>td-agent 4</c>, or a version such as <c>1.18</c>. Default: 1.18.</summary>
    public string? Fluentd { get; set; }

    /// <summary>The file that kube-apiserver writes its audit log to: its flag <c>--audit-log-path</c>, such as <c>/var/log/kubernetes/audit/audit.log</c>. The compiler and the build then check that the pipeline reads it. Default: not known.</summary>
    public string? AuditLogPath { get; set; }

    /// <summary>The flag <c>--audit-log-maxsize</c>, in MiB: a larger log is rotated. 0 is never since Kubernetes 1.36, and 100 before. The server's default is 100; what is not set here is not known.</summary>
    public int AuditLogMaxSize { get; set; }

    /// <summary>The flag <c>--audit-log-maxbackup</c>: how many rotated logs are kept, 0 for any number. The server's default is 100, and 0 before Kubernetes 1.36; what is not set here is not known.</summary>
    public int AuditLogMaxBackup { get; set; }

    /// <summary>The flag <c>--audit-log-maxage</c>, in days: rotated logs older than that are removed, with 0 none is. The server's default is 366, and 0 before Kubernetes 1.36; what is not set here is not known.</summary>
    public int AuditLogMaxAge { get; set; }
}
