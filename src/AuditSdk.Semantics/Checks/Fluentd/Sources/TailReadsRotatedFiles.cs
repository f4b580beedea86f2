using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>A glob that finds what kube-apiserver has rotated.</summary>
internal static class TailReadsRotatedFiles
{
    /// <summary>AUD2033.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2033", "A tail reads rotated audit logs again", FindingSeverity.Warning);

    /// <summary>Looks for globs that mean both the audit log and its rotated files.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection tail in context.Plugins.Where(p => p.Is("input", "tail")))
        {
            if (In(tail) is not var (Glob, Log)) continue;
            FluentdEdit? one = TailPaths.Of(tail).Count == 1 ? context.Set($"Read '{Log}' only, and not what it is renamed to{(tail.Element.Text("tag").Or("")!.Contains("*") ? ", so that events have the tag of this path" : "")}", tail.Element, ("path", Log)) : null;
            findings.Add(Descriptor.At(tail.Element.OriginOf("path"), $"'{Glob}' also means the files that kube-apiserver renames '{Log}' to, and fluentd reads each as a new one: events come twice. Write the one path '{Log}'{(context.Options.Target.KnowsFollowInodes ? ", or follow_inodes true" : "")}.") with { Remedy = one });
        }
    }

    /// <summary>The glob and the log of a tail that reads rotated files; null for one of which nothing is seen.</summary>
    public static (string Glob, string Log)? In(PluginSection tail)
    {
        if (!TailPaths.AreOfAuditLog(tail) || MayKeepThemOut(tail)) return null;
        IReadOnlyList<string> paths = TailPaths.Of(tail);
        IEnumerable<(string Glob, string Log)> pairs = paths.Where(p => p.Contains("*")).SelectMany(g => paths.Where(p => !p.Contains("*")).Concat(LogsOf(g)).Select(l => (g, l)));
        (string Glob, string Log) found = pairs.FirstOrDefault(p => IsRotatedInto(p.Log, p.Glob));
        return found.Glob is null ? null : found;
    }

    /// <summary>True where rotated files may be left out, or known by what they were.</summary>
    public static bool MayKeepThemOut(PluginSection tail)
        => tail.Element.Text("exclude_path").State != NodeState.Absent || tail.Element.Flag("follow_inodes") is { State: NodeState.Unknown } or { IsKnown: true, Value: true };

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
        return dot > log.LastIndexOf('/') && TailPaths.Covers(glob, AuditLogSettings.Rotated(log));
    }
}
