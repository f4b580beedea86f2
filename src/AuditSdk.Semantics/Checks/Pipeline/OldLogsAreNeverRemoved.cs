using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>Settings of the log with which it fills the disk of the control plane.</summary>
internal static class OldLogsAreNeverRemoved
{
    /// <summary>AUD3003.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD3003", "Nothing ever removes audit logs", FindingSeverity.Warning);

    /// <summary>Looks at sizes, numbers and ages that are certainly set.</summary>
    public static void Check(PipelineCheckContext context, FindingSink findings)
    {
        AuditLogSettings log = context.AuditLog;
        if (log.Path == "-") return;
        string release = context.Policy.Options.Release;
        if (log.NeverRotates(release))
            findings.Add(Descriptor.At(Origin.None, $"With --audit-log-maxsize=0 kube-apiserver {release} never rotates its audit log, which grows until the disk is full. Write 100, and how many are kept."));
        else if (log is { MaxBackup: 0, MaxAge: 0 })
            findings.Add(Descriptor.At(Origin.None, "With --audit-log-maxbackup=0 and --audit-log-maxage=0 kube-apiserver keeps every rotated audit log, until the disk is full. Write how many, or how many days."));
    }
}
