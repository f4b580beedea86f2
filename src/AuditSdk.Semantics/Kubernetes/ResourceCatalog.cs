using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What is known of API groups and their resources: Kubernetes' own, and those of the user's CRDs. What is not in it is unknown, not absent, but in groups that it knows whole.</summary>
public sealed class ResourceCatalog
{
    private static readonly Lazy<CatalogFile> Shipped = new(ReadShipped);

    private readonly Dictionary<string, CatalogGroup> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogRemovedGroup> _removed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ownGroups;

    private ResourceCatalog(CatalogFile file)
    {
        File = file;
        foreach (CatalogGroup group in file.Groups) _groups[group.Name] = group;
        foreach (CatalogRemovedGroup group in file.RemovedGroups) _removed[group.Name] = group;
        _ownGroups = new(Shipped.Value.Groups.Select(g => g.Name), StringComparer.Ordinal);
    }

    /// <summary>Kubernetes' own resources.</summary>
    public static ResourceCatalog Kubernetes { get; } = new(Shipped.Value);

    /// <summary>The facts.</summary>
    public CatalogFile File { get; }

    /// <summary>Releases that the catalog knows, oldest first.</summary>
    public IReadOnlyList<string> Releases => File.Releases;

    /// <summary>Kubernetes' own resources and those of more catalogs.</summary>
    public static ResourceCatalog With(IEnumerable<CatalogFile> more)
    {
        IReadOnlyList<CatalogFile> files = [.. more];
        return files.Count == 0 ? Kubernetes : new(CatalogSet.Merge(files.Concat([Shipped.Value])));
    }

    /// <summary>A group; null for one that no catalog knows.</summary>
    public CatalogGroup? Group(string name) => _groups.TryGetValue(name, out CatalogGroup? group) ? group : null;

    /// <summary>A group that Kubernetes served once; null for any other.</summary>
    public CatalogRemovedGroup? RemovedGroup(string name) => _removed.TryGetValue(name, out CatalogRemovedGroup? group) ? group : null;

    /// <summary>True for Kubernetes' own groups: a resource that is not in the catalog does not exist there. A group of CRDs may have more of them.</summary>
    public bool IsKubernetesOwn(string group) => _ownGroups.Contains(group);

    /// <summary>A resource by its plural; null where the catalog has none of that name in the group.</summary>
    public CatalogResource? Resource(string group, string plural) => Group(group)?.Resources.FirstOrDefault(r => r.Name == plural);

    /// <summary>Whether a release serves a resource or subresource of the catalog; null for a release that the catalog does not know.</summary>
    public bool? IsServed(CatalogResource resource, string release)
    {
        int asked = IndexOf(release);
        if (asked < 0) return null;
        int first = resource.Since is null ? 0 : IndexOf(resource.Since);
        int last = resource.Until is null ? Releases.Count - 1 : IndexOf(resource.Until);
        return first <= asked && asked <= last;
    }

    private int IndexOf(string release)
    {
        for (int i = 0; i < Releases.Count; i++)
        {
            if (Releases[i] == release) return i;
        }

        return -1;
    }

    private static CatalogFile ReadShipped() => CatalogSet.Merge([Read("kubernetes.catalog"), Read("removed-groups.catalog")]);

    private static CatalogFile Read(string name)
    {
        using StreamReader reader = new(typeof(ResourceCatalog).Assembly.GetManifestResourceStream(name)!);
        return CatalogReader.Read(reader.ReadToEnd(), name);
    }
}
