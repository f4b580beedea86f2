using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>A glob that finds what kube-apiserver has rotated.</summary>
internal static class TailReadsRotatedFiles
{
    /// <summary>AUD2033.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2033", "A tail reads rotated audit logs again", FindingSeverity.Warning);

    // kube-apiserver puts the time before the extension of a log that it rotates.
    private const string Rotated = "-2026-11-20T10-32-12.822";

    /// <summary>Looks for globs that mean both the audit log and its rotated files.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection tail in context.Plugins.Where(TailPaths.AreOfAuditLog))
        {
            if (tail.Element.Text("exclude_path").State != NodeState.Absent || tail.Element.Flag("follow_inodes") is { State: NodeState.Unknown } or { IsKnown: true, Value: true }) continue;
            IReadOnlyList<string> paths = TailPaths.Of(tail);
            IEnumerable<(string Glob, string Log)> pairs = paths.Where(p => p.Contains("*")).SelectMany(g => paths.Where(p => !p.Contains("*")).Concat(LogsOf(g)).Select(l => (g, l)));
            (string Glob, string Log) = pairs.FirstOrDefault(p => IsRotatedInto(p.Log, p.Glob));
            if (Glob is null) continue;
            findings.Add(Descriptor.At(tail.Element.OriginOf("path"), $"'{Glob}' also means the files that kube-apiserver renames '{Log}' to, and fluentd reads each as a new one: events come twice. Write the one path '{Log}', or follow_inodes true.") with { Remedy = paths.Count == 1 ? context.Set($"Read '{Log}' only, and not what it is renamed to", tail.Element, ("path", Log)) : null });
        }
    }

    // A glob such as audit*.log is of one log; audit-*.log may mean logs of other names only.
    private static IEnumerable<string> LogsOf(string glob)
    {
        string stem = glob.Substring(0, glob.IndexOf('*'));
        if (stem.EndsWith("/", StringComparison.Ordinal)) stem += "audit";
        string log = stem + ".log";
        return stem[stem.Length - 1] is '-' or '_' or '.' || !TailPaths.Covers(glob, log) ? [] : [log];
    }

    private static bool IsRotatedInto(string log, string glob)
    {
        int dot = log.LastIndexOf('.');
        return dot > log.LastIndexOf('/') && TailPaths.Covers(glob, log.Insert(dot, Rotated));
    }
}
