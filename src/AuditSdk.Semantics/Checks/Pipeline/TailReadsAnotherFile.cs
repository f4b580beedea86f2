using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A tail for the audit log that is not where kube-apiserver writes it.</summary>
internal static class TailReadsAnotherFile
{
    /// <summary>AUD3001.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD3001", "A tail reads another file than the audit log", FindingSeverity.Warning);

    // The log of Linux's own auditing.
    private const string OfLinux = "/var/log/audit/audit.log";

    /// <summary>Looks for a tail of the log and, where there is none, for those that must mean it.</summary>
    public static void Check(PipelineCheckContext context, FindingSink findings)
    {
        if (context.AuditLog.File is not { } log || !context.Pipeline.Routes.IsComplete) return;
        IReadOnlyList<(PluginSection Tail, IReadOnlyList<string> Paths)> tails = context.Tails;
        if (tails.Any(t => t.Paths.Count == 0 || t.Paths.Any(p => MayMean(p, log)))) return;
        foreach ((PluginSection tail, IReadOnlyList<string> paths) in tails)
        {
            if (paths.FirstOrDefault(p => IsNear(p, log)) is not { } path) continue;
            findings.Add(Descriptor.At(tail.Element.OriginOf("path"), $"kube-apiserver writes its audit log to '{log}', and no tail reads it: this one reads '{path}', so no event comes. Write path {log}, or what fluentd sees it as."));
        }
    }

    // What is more than a star, nobody here reads.
    private static bool MayMean(string path, string log) => path.IndexOfAny(['?', '[', '{', '%']) >= 0 || path.Contains("**") || TailPaths.Covers(path, log);

    private static bool IsNear(string path, string log)
    {
        if (path == OfLinux || path.IndexOf("audit", StringComparison.OrdinalIgnoreCase) < 0) return false;
        int ours = log.LastIndexOf('/') + 1;
        int theirs = path.LastIndexOf('/') + 1;
        return path.Substring(0, theirs) == log.Substring(0, ours) || path.Substring(theirs) == log.Substring(ours) || TailPaths.IsOfAuditLog(path);
    }
}
