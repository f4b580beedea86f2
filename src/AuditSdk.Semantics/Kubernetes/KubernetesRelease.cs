using System.Globalization;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Releases by their number.</summary>
internal static class KubernetesRelease
{
    /// <summary>True for a release from <c>1.minor</c> on, and for a text that is none: the newest is then meant.</summary>
    /// <param name="release">As <c>1.36</c>, <c>v1.36.2</c>.</param>
    /// <param name="minor">The number after <c>1.</c>.</param>
    public static bool IsFrom(string release, int minor)
    {
        string[] parts = release.TrimStart('v').Split('.');
        return parts.Length < 2 || parts[0] != "1" || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int given) || given >= minor;
    }
}
