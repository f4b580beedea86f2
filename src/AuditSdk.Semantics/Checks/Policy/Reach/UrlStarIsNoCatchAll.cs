using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary><c>nonResourceURLs: ["*"]</c> as the last word of a policy.</summary>
internal static class UrlStarIsNoCatchAll
{
    /// <summary>AUD1005.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1005", "All paths are not all requests", FindingSeverity.Info);

    /// <summary>Looks for a rule that logs all paths, in a policy that never logs a resource it does not name.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue url in context.Values(PolicyField.NonResourceUrls))
        {
            if (url.Text is not ("*" or "/*") || !url.Node.Logs || !url.Node.IsForEveryone || !url.Node.Verbs.IsAny || !url.Node.IsForUrls) continue;
            if (context.HasCatchAll || !ShortCatchAll.LeavesResources(context)) return;
            findings.Add(Descriptor.At(url, $"'{url.Text}' is every path, and no request on a resource. For a catch-all write a rule with a level and nothing else."));
        }
    }
}
