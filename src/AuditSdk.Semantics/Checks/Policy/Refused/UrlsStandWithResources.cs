using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A rule has nonResourceURLs beside resources or namespaces.</summary>
internal static class UrlsStandWithResources
{
    /// <summary>AUD1105.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1105", "A rule has paths beside resources or namespaces", FindingSeverity.Error);

    /// <summary>Reports rules for both kinds of requests.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(PolicyRuleNode rule, int index, string release)
    {
        string? other = Has(rule.Resources) ? "resources" : Has(rule.Namespaces) ? "namespaces" : null;
        if (other is null || !Has(rule.NonResourceUrls)) return null;
        PolicyPath path = new(index, PolicyField.NonResourceUrls);
        string error = ServerWording.Invalid(path, rule.NonResourceUrls, release, "rules cannot apply to both regular resources and non-resource URLs");
        return Descriptor.Refusal(rule.NonResourceUrls.Origin, path, $"A rule with nonResourceURLs cannot have {other}, so kube-apiserver does not start. Make two rules of it.", error);
    }

    private static bool Has<T>(Node<ValueList<T>> list) => list.IsKnown && list.Value.Count > 0;
}
