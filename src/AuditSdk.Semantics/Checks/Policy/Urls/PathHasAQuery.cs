using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Urls;

/// <summary>A query or fragment in <c>nonResourceURLs</c>.</summary>
internal static class PathHasAQuery
{
    /// <summary>AUD1074.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1074", "Paths are compared without their query", FindingSeverity.Warning);

    /// <summary>Looks for question marks and number signs.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue url in context.Values(PolicyField.NonResourceUrls))
        {
            if (Bare(url.Text) is not { } path) continue;
            findings.Add(Descriptor.At(url, $"Only the path of a request is compared, so '{url.Text}' matches none. Write '{path}'.", url.ReplacedBy(path, url.Node.NonResourceUrls, Bare)));
        }
    }

    private static string? Bare(string url) => url.IndexOfAny(['?', '#']) is > 0 and int end ? url.Substring(0, end) : null;
}
