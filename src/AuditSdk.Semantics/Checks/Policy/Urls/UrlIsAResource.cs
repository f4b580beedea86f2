using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Urls;

/// <summary>The path of a resource in <c>nonResourceURLs</c>.</summary>
internal static class UrlIsAResource
{
    /// <summary>AUD1070.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1070", "The path is that of a resource", FindingSeverity.Warning);

    /// <summary>Looks for paths below a version of the API.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue url in context.Values(PolicyField.NonResourceUrls))
        {
            if (!IsOfResources(url.Text)) continue;
            findings.Add(Descriptor.At(url, $"Requests below '{url.Text.TrimEnd('*')}' are on resources, which nonResourceURLs never matches. Name them in resources."));
        }
    }

    // /api/v1/pods and /apis/apps/v1/deployments, also with a star for the resource; /apis/apps/* is discovery.
    private static bool IsOfResources(string url)
    {
        string[] parts = url.Split('/');
        int version = url.StartsWith("/api/", StringComparison.Ordinal) ? 2 : url.StartsWith("/apis/", StringComparison.Ordinal) ? 3 : int.MaxValue;
        return parts.Length > version + 1L && parts[version + 1].Length > 0 && parts[version] is ['v', >= '1' and <= '9', ..];
    }
}
