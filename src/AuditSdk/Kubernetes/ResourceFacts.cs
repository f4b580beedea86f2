namespace AuditSdk.Kubernetes;

/// <summary>What a catalog knows of a resource or subresource.</summary>
/// <param name="Kind">The kind of its bodies.</param>
/// <param name="Namespaced">True for a namespaced resource.</param>
/// <param name="Verbs">Verbs that it takes, separated by blanks.</param>
/// <param name="Releases">Releases the catalog knows, oldest first, separated by blanks; empty where it does not say.</param>
/// <param name="Since">First of these releases that serves it; null where the oldest does.</param>
/// <param name="Until">Last of these releases that serves it; null where the newest does.</param>
public sealed record ResourceFacts(string Kind, bool Namespaced, string Verbs, string Releases = "", string? Since = null, string? Until = null)
{
    /// <summary>Whether a release serves the resource.</summary>
    /// <param name="release">Such as <c>1.34</c>.</param>
    /// <returns>Null for a release that the catalog does not know: unknown is not absent.</returns>
    public bool? IsServedIn(string release)
    {
        string[] releases = Releases.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int asked = Array.IndexOf(releases, release);
        if (asked < 0) return null;
        int first = Since is null ? 0 : Array.IndexOf(releases, Since);
        int last = Until is null ? releases.Length - 1 : Array.IndexOf(releases, Until);
        return first <= asked && asked <= last;
    }
}
