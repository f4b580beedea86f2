using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A path of nonResourceURLs does not begin with a slash.</summary>
internal static class UrlHasNoLeadingSlash
{
    /// <summary>AUD1103.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1103", "A path does not begin with a slash", FindingSeverity.Error);

    /// <summary>Reports paths without a leading slash.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> url, PolicyPath path)
    {
        if (!url.IsKnown || url.Value == "*" || url.Value.StartsWith("/", StringComparison.Ordinal)) return null;
        string? meant = Path(url.Value);
        Remedy? remedy = meant is null ? null : new ReplaceText($"Write '{meant}'", path, meant);
        string hint = meant is null ? "Write the path alone, such as '/healthz', or '*' for every path." : $"Write '{meant}'.";
        string error = ServerWording.Invalid(path, url, "non-resource URL rules must begin with a '/' character");
        return Descriptor.Refusal(url.Origin, path, $"'{url.Value}' does not begin with '/', so kube-apiserver does not start. {hint}", error, remedy);
    }

    // Of a whole URL only the path counts.
    private static string? Path(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return url.Length == 0 || url[0] is '*' or ' ' ? null : "/" + url;
        int slash = url.IndexOf('/', scheme + 3);
        return slash < 0 ? "/" : url.Substring(slash);
    }
}
