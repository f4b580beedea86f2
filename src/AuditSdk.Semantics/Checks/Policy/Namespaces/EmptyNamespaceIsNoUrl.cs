using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Namespaces;

/// <summary><c>namespaces: [""]</c> taken for everything that is not in a namespace, paths too.</summary>
internal static class EmptyNamespaceIsNoUrl
{
    /// <summary>AUD1063.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1063", "The empty namespace is for resources only", FindingSeverity.Info);

    /// <summary>Looks for rules that are nothing but the empty namespace.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.Namespaces.IsKnown || rule.Namespaces.Value.Count != 1 || !rule.Namespaces.Has("") || !rule.HasNoResources || !rule.NonResourceUrls.IsAny) continue;
            findings.Add(Descriptor.At(rule.Namespaces.Value[0].Origin, new PolicyPath(index, PolicyField.Namespaces, -1, 0), "\"\" matches requests on cluster-scoped resources and on all namespaces at once, never those for paths such as /healthz. Give paths a rule with nonResourceURLs."));
        }
    }
}
