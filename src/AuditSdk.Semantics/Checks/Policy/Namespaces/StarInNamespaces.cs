using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Namespaces;

/// <summary>A wildcard in <c>namespaces</c>.</summary>
internal static class StarInNamespaces
{
    /// <summary>AUD1060.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1060", "namespaces has no wildcards", FindingSeverity.Warning);

    /// <summary>Looks for stars.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue ns in context.Values(PolicyField.Namespaces))
        {
            if (ns.Text.IndexOf('*') < 0) continue;
            // A rule without resources would become one for paths too.
            bool isAll = ns.Text == "*" && !ns.Node.HasNoResources;
            findings.Add(Descriptor.At(ns, $"Namespaces are compared whole, so '{ns.Text}' matches none. {(ns.Text == "*" ? "Leave namespaces out to match all of them." : "Write the names.")}", isAll ? new RemoveField("Leave namespaces out", new PolicyPath(ns.Rule, PolicyField.Namespaces)) : null));
        }
    }
}
