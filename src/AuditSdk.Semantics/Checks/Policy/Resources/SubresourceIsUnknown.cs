using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>pods/logs</c> in place of <c>pods/log</c>.</summary>
internal static class SubresourceIsUnknown
{
    /// <summary>AUD1034.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1034", "The resource has no such subresource", FindingSeverity.Warning);

    /// <summary>Holds subresources against those of the catalog.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (name.Subresource is not { } sub || sub.IndexOf('*') >= 0 || name.Entry.Group is not { } group || Known(context.Options.Catalog, group, name.Resource) is not { } known || known.Contains(sub)) continue;
            string? near = CatalogWords.Nearest(sub, known) ?? known.FirstOrDefault(k => sub.StartsWith(k, StringComparison.Ordinal));
            string advice = near is not null ? $"Did you mean '{name.Resource}/{near}'?" : known.Count == 0 ? "It has no subresources." : $"It has {PolicyWords.List(known)}.";
            PolicyEdit? edit = near is null ? null : Edit(name, $"{name.Resource}/{near}");
            findings.Add(Descriptor.At(name, $"'{name.Resource}' has no subresource '{sub}', so '{name.Text}' matches nothing. {advice}", edit));
        }
    }

    private static PolicyEdit Edit(EntryName name, string text)
        => new RuleValue(name.Entry.Rule, name.Entry.Node, name.Path, name.Text, name.Origin).ReplacedBy(text, name.Entry.Entry.Resources, _ => null);

    // The subresources of a resource, or of any resource for "*/log"; null where not all are known.
    private static List<string>? Known(ResourceCatalog catalog, string group, string resource)
    {
        if (!catalog.IsKubernetesOwn(group)) return null;
        // A group may get a status or scale one day: a star is wrong only with a name that no group has.
        if (resource == "*") return [.. catalog.File.Groups.SelectMany(g => g.Resources).SelectMany(r => r.Subresources).Select(s => s.Name).Distinct()];
        return catalog.Resource(group, resource) is { } known ? [.. known.Subresources.Select(s => s.Name)] : null;
    }
}
