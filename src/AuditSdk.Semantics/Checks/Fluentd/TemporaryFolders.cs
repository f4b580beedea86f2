namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Folders that a restart of the host, or of the container, empties.</summary>
internal static class TemporaryFolders
{
    private static readonly string[] Folders = ["/tmp", "/run", "/var/run", "/dev/shm"];

    /// <summary>The folder of these that a path is in; null for another path.</summary>
    public static string? Of(string path) => Array.Find(Folders, f => path.StartsWith(f + "/", StringComparison.Ordinal));
}
