using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>The paths of an <c>in_tail</c>.</summary>
internal static class TailPaths
{
    private static readonly string[] Clusters = ["kube", "k8s", "apiserver", "openshift"];

    /// <summary>The paths and globs, none where they are not known.</summary>
    public static IReadOnlyList<string> Of(PluginSection tail)
    {
        Node<string> delimiter = tail.Element.Text("path_delimiter");
        if (tail.Element.Text("path").Or(null) is not { } text || delimiter.State == NodeState.Unknown || delimiter.Or(",") is not { Length: > 0 } separator) return [];
        return [.. text.Split([separator], StringSplitOptions.None).Select(p => p.Trim()).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>True where what is tailed is certainly the audit log of a Kubernetes API server; <c>/var/log/audit</c> is the folder of Linux's own.</summary>
    public static bool AreOfAuditLog(PluginSection source)
        => source.Is("input", "tail") && Of(source) is { Count: > 0 } paths && paths.All(IsOfAuditLog);

    /// <summary>True where a glob, with its <c>*</c> inside of one folder, means a path.</summary>
    public static bool Covers(string glob, string path)
    {
        if (glob.IndexOfAny(['?', '[', '{', '%']) >= 0 || glob.Contains("**")) return false;
        string[] parts = glob.Split('*');
        if (parts.Length == 1) return glob == path;
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            int next = i == parts.Length - 1 ? path.Length - parts[i].Length : path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (next < at || !path.EndsWith(parts[parts.Length - 1], StringComparison.Ordinal) || path.IndexOf('/', at, next - at) >= 0) return false;
            at = next + parts[i].Length;
        }

        return true;
    }

    /// <summary>True for a path of the audit log of a Kubernetes API server.</summary>
    public static bool IsOfAuditLog(string path)
    {
        string lower = path.ToLowerInvariant();
        return lower.Contains("audit") && (Clusters.Any(lower.Contains) || lower == "/var/log/audit.log");
    }
}
