using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A path of nonResourceURLs has a star before its end.</summary>
internal static class UrlWildcardIsNotLast
{
    /// <summary>AUD1104.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1104", "A path has a star before its end", FindingSeverity.Error);

    /// <summary>Reports paths with a star before their end.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> url, PolicyPath path)
    {
        int star = url.IsKnown ? url.Value.IndexOf('*') : -1;
        if (star < 0 || star == url.Value.Length - 1) return null;
        string error = ServerWording.Invalid(path, url, "non-resource URL wildcards '*' must be the final character of the rule");
        string hint = star > 0 && url.Value[0] == '/' ? $"'{url.Value.Substring(0, star + 1)}' is the nearest that it takes; it matches more." : "Name the paths one by one.";
        return Descriptor.Refusal(url.Origin, path, $"'{url.Value}' has a '*' before its end, so kube-apiserver does not start. {hint}", error);
    }
}
