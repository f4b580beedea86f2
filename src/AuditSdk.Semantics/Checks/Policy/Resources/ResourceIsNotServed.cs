using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A resource that only other releases than the targeted one serve.</summary>
internal static class ResourceIsNotServed
{
    /// <summary>AUD1036.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1036", "The targeted release does not serve this", FindingSeverity.Warning);

    /// <summary>Holds names and groups against the release.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        ResourceCatalog catalog = context.Options.Catalog;
        string release = context.Options.Release;
        foreach (RuleEntry entry in context.Entries)
        {
            if (entry.Group is not { } group || catalog.Group(group) is not { } known) continue;
            if (entry.Entry.Group.IsKnown && known.Resources.Count > 0 && known.Resources.All(r => catalog.IsServed(r, release) == false))
            {
                findings.Add(Descriptor.At(entry.Entry.Group.Origin, entry.GroupPath, $"Kubernetes {release} serves nothing of group '{group}': {When(known.Resources)}. Drop the entry, or target another release."));
                continue;
            }

            foreach (EntryName name in entry.Names)
            {
                if (catalog.Resource(group, name.Resource) is not { } resource || NotServed(catalog, resource, name.Subresource, release) is not { } missing) continue;
                findings.Add(Descriptor.At(name, $"Kubernetes {release} does not serve '{name.Text}': {When([missing])}.{Other(catalog, known, name, release)}"));
            }
        }
    }

    private static CatalogResource? NotServed(ResourceCatalog catalog, CatalogResource resource, string? subresource, string release)
    {
        if (catalog.IsServed(resource, release) == false) return resource;
        CatalogResource? sub = resource.Subresources.FirstOrDefault(s => s.Name == subresource);
        return sub is not null && catalog.IsServed(sub, release) == false ? sub : null;
    }

    // A resource that came or went as another one of nearly the same name did the opposite.
    private static string Other(ResourceCatalog catalog, CatalogGroup group, EntryName name, string release)
    {
        IEnumerable<string> served = group.Resources.Where(r => r.Name != name.Resource && catalog.IsServed(r, release) == true).Select(r => r.Name);
        return name.Subresource is null && CatalogWords.Nearest(name.Resource, served) is { } near ? $" Did you mean '{near}'?" : " Drop it, or target another release.";
    }

    private static string When(IReadOnlyList<CatalogResource> resources)
    {
        string? since = resources.All(r => r.Since is not null) ? resources.Select(r => r.Since!).OrderBy(v => v, CatalogVersions.Order).First() : null;
        string? until = resources.All(r => r.Until is not null) ? resources.Select(r => r.Until!).OrderBy(v => v, CatalogVersions.Order).Last() : null;
        return (since, until) switch
        {
            ({ }, { }) => $"it is there from {since} to {until}",
            ({ }, null) => $"it came with {since}",
            (null, { }) => $"the last release that has it is {until}",
            _ => "only other releases have it",
        };
    }
}
