namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The file that kube-apiserver writes its audit log to, by the names of its flags. What is null is not known; that is not the flag's default.</summary>
public sealed record AuditLogSettings
{
    // The time of rotation, before the extension (recorded from 1.36.2).
    private const string SomeTime = "-2026-11-20T10-32-12.822";
    private const int FirstReleaseWithoutRotation = 36;

    /// <summary><c>--audit-log-path</c>; <c>-</c> is its standard output.</summary>
    public string? Path { get; init; }

    /// <summary><c>--audit-log-maxsize</c>, in MiB: a larger log is rotated. 0 is never since 1.36, and 100 before.</summary>
    public int? MaxSize { get; init; }

    /// <summary><c>--audit-log-maxbackup</c>: how many rotated logs are kept; 0 is any number.</summary>
    public int? MaxBackup { get; init; }

    /// <summary><c>--audit-log-maxage</c>, in days: rotated logs older than that are removed; 0 is never.</summary>
    public int? MaxAge { get; init; }

    /// <summary>The path where it is one of a file.</summary>
    internal string? File => Path is { Length: > 1 } path && path[0] == '/' ? path : null;

    /// <summary>True where the log is certainly never rotated.</summary>
    internal bool NeverRotates(string release) => MaxSize == 0 && KubernetesRelease.IsFrom(release, FirstReleaseWithoutRotation);

    /// <summary>A name that a log gets when it is rotated.</summary>
    internal static string Rotated(string path)
    {
        int dot = path.LastIndexOf('.');
        return path.Insert(dot > path.LastIndexOf('/') ? dot : path.Length, SomeTime);
    }
}
