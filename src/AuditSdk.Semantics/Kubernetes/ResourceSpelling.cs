using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What is wrong with the name of a resource.</summary>
internal enum SpellingFault
{
    /// <summary>Nothing, or nothing that is known.</summary>
    None,

    /// <summary>It is the singular or kubectl's short name of one.</summary>
    SingularOrShort,

    /// <summary>It is the kind of one, or has upper-case letters.</summary>
    Kind,

    /// <summary>It is right, but in another group.</summary>
    OtherGroup,

    /// <summary>No resource is called so.</summary>
    Unknown,

    /// <summary>No resource of any group can be called so.</summary>
    Impossible,
}

/// <summary>A judgement of a resource name.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Group">The group of the resource that was meant.</param>
/// <param name="Name">Its plural; null where it cannot be told. A subresource follows after a slash where that was meant.</param>
/// <param name="IsOnly">True where no other resource can have been meant.</param>
internal readonly record struct ResourceSpelling(SpellingFault Fault, string Group = "", string? Name = null, bool IsOnly = true)
{
    /// <summary>Judges the plural of a resource. Only Kubernetes' own groups are known whole, so in any other group every name may be right.</summary>
    public static ResourceSpelling Of(ResourceCatalog catalog, string group, string name)
    {
        if (name.Length == 0) return new(SpellingFault.Impossible);
        if (name.IndexOfAny(['*', '.']) >= 0 || catalog.Resource(group, name) is not null) return default;
        if (!catalog.IsKubernetesOwn(group)) return IsNameOfCustomResource(name) || AreMetrics(group) ? default : new(SpellingFault.Impossible);
        CatalogGroup own = catalog.Group(group)!;
        return InGroup(own, name) ?? OtherPlural(catalog, name) ?? InOtherGroups(catalog, group, name) ?? SubresourceByKind(catalog, name) ?? Near(catalog, own, name) ?? new(SpellingFault.Unknown);
    }

    // pods for pod, po, Pod, Pods.
    private static ResourceSpelling? InGroup(CatalogGroup group, string name)
    {
        foreach (CatalogResource resource in group.Resources)
        {
            if (IsSingularOrShort(resource, name)) return new(SpellingFault.SingularOrShort, group.Name, resource.Name);
            if (HasUpperCase(name) && (SameButCase(resource.Kind, name) || SameButCase(resource.Name, name))) return new(SpellingFault.Kind, group.Name, resource.Name);
        }

        return null;
    }

    private static ResourceSpelling? OtherPlural(ResourceCatalog catalog, string name)
    {
        string[] groups = [.. catalog.File.Groups.Where(g => g.Resources.Any(r => r.Name == name)).Select(g => g.Name)];
        return groups.Length == 0 ? null : new(SpellingFault.OtherGroup, groups[0], name, groups.Length == 1);
    }

    private static ResourceSpelling? InOtherGroups(ResourceCatalog catalog, string group, string name)
    {
        ResourceSpelling[] found = [.. catalog.File.Groups.Where(g => g.Name != group).Select(g => InGroup(g, name)).Where(s => s is not null).Select(s => s!.Value)];
        return found.Length == 0 ? null : found[0] with { IsOnly = found.Length == 1 };
    }

    // serviceaccounts/token for tokenrequests.
    private static ResourceSpelling? SubresourceByKind(ResourceCatalog catalog, string name)
    {
        foreach (CatalogGroup group in catalog.File.Groups)
        {
            foreach (CatalogResource resource in group.Resources)
            {
                CatalogResource? sub = resource.Subresources.FirstOrDefault(s => s.Kind != resource.Kind && s.Kind != "Scale" && (SameButCase(s.Kind, name) || SameButCase(s.Kind + "s", name)));
                if (sub is not null) return new(SpellingFault.Unknown, group.Name, resource.Name + "/" + sub.Name, IsOnly: false);
            }
        }

        return null;
    }

    private static ResourceSpelling? Near(ResourceCatalog catalog, CatalogGroup group, string name)
    {
        if (CatalogWords.Nearest(name, group.Resources.Select(r => r.Name)) is { } near) return new(SpellingFault.Unknown, group.Name, near);
        string? other = CatalogWords.Nearest(name, catalog.File.Groups.SelectMany(g => g.Resources).Select(r => r.Name));
        return other is null ? null : OtherPlural(catalog, other)!.Value with { Fault = SpellingFault.Unknown, IsOnly = false };
    }

    private static bool IsNameOfCustomResource(string name) => name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    // Resources of these groups are metrics, whose names are free.
    private static bool AreMetrics(string group) => group.EndsWith("metrics.k8s.io", StringComparison.Ordinal);

    private static bool IsSingularOrShort(CatalogResource resource, string name) => resource.Kind.ToLowerInvariant() == name || resource.ShortNames.Contains(name);

    private static bool HasUpperCase(string name) => name.Any(char.IsUpper);

    private static bool SameButCase(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
