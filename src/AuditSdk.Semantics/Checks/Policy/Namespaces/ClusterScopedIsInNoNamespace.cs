using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Namespaces;

/// <summary><c>namespaces</c> in a rule for nodes or cluster roles.</summary>
internal static class ClusterScopedIsInNoNamespace
{
    /// <summary>AUD1061.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1061", "A cluster-scoped resource is in no namespace", FindingSeverity.Warning);

    /// <summary>Looks for cluster-scoped resources in rules that want a namespace. Requests on a namespace itself are in that namespace.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            PolicyRuleNode rule = name.Entry.Node;
            if (rule.Namespaces.IsAny || rule.Namespaces.MayHave("") || name.Entry.Group is not { } group || (group.Length == 0 && name.Resource == "namespaces")) continue;
            if (context.Options.Catalog.Resource(group, name.Resource) is not { Namespaced: false }) continue;
            findings.Add(Descriptor.At(name, $"'{name.Text}' is cluster-scoped, and its requests are in no namespace, so a rule with namespaces misses them. Give it a rule without namespaces, or add \"\" to namespaces."));
        }
    }
}
