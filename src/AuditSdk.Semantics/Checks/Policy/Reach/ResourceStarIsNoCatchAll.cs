using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary><c>group: "*"</c> as the last word of a policy.</summary>
internal static class ResourceStarIsNoCatchAll
{
    /// <summary>AUD1006.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1006", "All resources are not all requests", FindingSeverity.Info);

    /// <summary>Looks for a rule that logs all resources, in a policy that never logs a path it does not name.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            PolicyRuleNode rule = entry.Node;
            if (entry.Group != "*" || !(entry.IsWholeGroup || entry.Entry.Resources.Has("*")) || !rule.Logs || !rule.IsForEveryone || !rule.Verbs.IsAny || !rule.Namespaces.IsAny) continue;
            if (context.HasCatchAll || !ShortCatchAll.LeavesUrls(context)) return;
            findings.Add(Descriptor.At(entry.Entry.Group.Origin, entry.GroupPath, "The group '*' is every resource, and no path such as /metrics. For a catch-all write a rule with a level and nothing else."));
        }
    }
}
