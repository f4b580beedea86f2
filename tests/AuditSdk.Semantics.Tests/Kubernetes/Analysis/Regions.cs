using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

/// <summary>Regions that are random rules.</summary>
internal static class Regions
{
    /// <summary>The region of a rule; null where a region cannot say it: an entry of the whole group, or names of one entry only.</summary>
    public static PolicyRegion? Of(PolicyRuleNode rule)
    {
        GroupResourcesNode[] entries = rule.Resources.IsKnown ? [.. rule.Resources.Value.Select(e => e.Value)] : [];
        if (entries.Length > 1) return null;
        string[] names = entries.Length == 0 ? [] : PolicyOracle.Texts(entries[0].ResourceNames);
        string[] resources = entries.Length == 0 ? [] : PolicyOracle.Texts(entries[0].Resources);
        if (entries.Length > 0 && (resources.Length == 0 || resources.Any(r => r is "*/*" or "pods/"))) return null;
        string? group = entries.Length == 0 || entries[0].Group.Value == "*" ? null : entries[0].Group.Value;
        bool forResources = entries.Length > 0 || PolicyOracle.Texts(rule.Namespaces).Length > 0;
        return new()
        {
            Users = PolicyOracle.Texts(rule.Users),
            UserGroups = PolicyOracle.Texts(rule.UserGroups),
            Verbs = PolicyOracle.Texts(rule.Verbs),
            Namespaces = PolicyOracle.Texts(rule.Namespaces),
            Resources = ValueList.From(resources.Select(r => Resource(group, r))),
            Names = names,
            NonResourceUrls = forResources ? [] : PolicyOracle.Texts(rule.NonResourceUrls),
        };
    }

    public static string Show(PolicyRuleNode r)
        => $"{r.Level.Or("?")} users[{Show(r.Users)}] groups[{Show(r.UserGroups)}] verbs[{Show(r.Verbs)}] ns[{Show(r.Namespaces)}] urls[{Show(r.NonResourceUrls)}] omit[{Show(r.OmitStages)} {r.OmitManagedFields.State} {r.OmitManagedFields.Or(false)}] "
            + (r.Resources.IsKnown ? string.Join(" + ", r.Resources.Value.Select(e => e.IsKnown ? $"{e.Value.Group.Or("?")}:[{Show(e.Value.Resources)}] names[{Show(e.Value.ResourceNames)}]" : "?")) : r.Resources.State);

    private static string Show(Node<ValueList<Node<string>>> list) => list.IsKnown ? string.Join(",", list.Value.Select(v => v.IsKnown ? $"'{v.Value}'" : "?")) : list.State == NodeState.Unknown ? "?" : "";

    private static RegionResource Resource(string? group, string pattern)
    {
        string[] parts = pattern.Split('/');
        string? resource = parts[0] == "*" ? null : parts[0];
        return parts.Length == 1 ? new(group, resource, resource is null ? null : "") : new(group, resource, parts[1] == "*" ? null : parts[1]);
    }
}
