using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Fluentd.Sources;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A glob that means what kube-apiserver renames its log to.</summary>
internal static class TailReadsTheRotatedLog
{
    /// <summary>AUD3002.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD3002", "A tail reads the audit log again when it is rotated", FindingSeverity.Warning);

    /// <summary>Looks at globs; where the names alone show it, AUD2033 has told.</summary>
    public static void Check(PipelineCheckContext context, FindingSink findings)
    {
        if (context.AuditLog.File is not { } log || context.AuditLog.NeverRotates(context.Policy.Options.Release)) return;
        string rotated = AuditLogSettings.Rotated(log);
        foreach ((PluginSection tail, IReadOnlyList<string> paths) in context.Tails)
        {
            if (!paths.Any(p => TailPaths.Covers(p, log)) || paths.FirstOrDefault(p => TailPaths.Covers(p, rotated)) is not { } glob) continue;
            if (TailReadsRotatedFiles.MayKeepThemOut(tail) || TailReadsRotatedFiles.In(tail) is not null) continue;
            findings.Add(Descriptor.At(tail.Element.OriginOf("path"), $"'{glob}' also means the files that kube-apiserver renames '{log}' to, and fluentd reads each as a new one: events come twice. Write path {log}{(context.Pipeline.Options.Target.KnowsFollowInodes ? ", or follow_inodes true" : "")}."));
        }
    }
}
