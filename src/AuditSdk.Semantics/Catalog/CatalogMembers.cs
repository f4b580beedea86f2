using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Names members that have none yet. Names given with <c>as</c> come first, then the argument, parameters and sections in their order.</summary>
internal static class CatalogMembers
{
    /// <summary>Names the members of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="kind">The kind of the plugin whose body it is; null for a section's.</param>
    /// <param name="enclosing">The class whose body it is; null where it is not known.</param>
    public static CatalogBody Named(CatalogBody body, string? kind, string? enclosing)
    {
        UniqueNames names = new(CatalogReserved.Of(kind), "Parameter");
        if (enclosing is not null) names.Reserve(enclosing);
        foreach (string given in GivenNames(body)) names.Reserve(given);
        return body with
        {
            Argument = body.Argument is { MemberName: "" } argument ? argument with { MemberName = ArgumentName(names, argument, kind) } : body.Argument,
            Parameters = ValueList.From(body.Parameters.Select(p => p.MemberName.Length > 0 ? p : p with { MemberName = names.Take(CatalogNaming.Parameter(p.Name, p.Legacy)) })),
            Sections = ValueList.From(body.Sections.Select(s => s.MemberName.Length > 0 ? s : s with { MemberName = names.Take(CatalogNaming.Section(s.Name, s.Multi), "Section") })),
        };
    }

    /// <summary>Names the resources of a group.</summary>
    public static CatalogGroup Named(CatalogGroup group)
    {
        UniqueNames names = new([.. CatalogReserved.GroupClass, group.ClassName], "Resource");
        foreach (CatalogResource resource in group.Resources.Where(r => r.MemberName.Length > 0)) names.Reserve(resource.MemberName);
        return group with { Resources = ValueList.From(group.Resources.Select(r => NamedResource(r, names))) };
    }

    /// <summary>Names the classes of groups: apart from each other and from every resource.</summary>
    public static IEnumerable<CatalogGroup> Named(IReadOnlyCollection<CatalogGroup> groups)
    {
        IEnumerable<string> resources = groups.SelectMany(g => g.Resources).Select(r => r.MemberName.Length > 0 ? r.MemberName : CatalogNaming.Resource(r.Name, r.Kind));
        UniqueNames names = new([.. CatalogReserved.Object, .. CatalogReserved.Groups, .. resources], "Group");
        foreach (CatalogGroup group in groups.Where(g => g.ClassName.Length > 0)) names.Reserve(group.ClassName);
        return groups.Select(g => Named(g.ClassName.Length > 0 ? g : g with { ClassName = names.Take(CatalogNaming.Group(g.Name)) }));
    }

    /// <summary>Names groups that come from several files: a class or member whose name another has gets a new one.</summary>
    public static IEnumerable<CatalogGroup> Renamed(IReadOnlyCollection<CatalogGroup> groups)
    {
        HashSet<string> classes = new(StringComparer.Ordinal);
        return Named([.. groups.Select(g =>
        {
            HashSet<string> members = new(StringComparer.Ordinal);
            return new CatalogGroup(
                g.Name,
                classes.Add(g.ClassName) ? g.ClassName : "",
                ValueList.From(g.Resources.Select(r => members.Add(r.MemberName) ? r : r with { MemberName = "" })));
        })]);
    }

    // The chunk keys of a buffer are a member of the base class, not one that the generator makes.
    private static string ArgumentName(UniqueNames names, CatalogParameter argument, string? kind)
        => kind == "buffer" && argument.Name == "chunk_keys" ? "ChunkKeys" : names.Take(CatalogNaming.Parameter(argument.Name, argument.Legacy));

    private static IEnumerable<string> GivenNames(CatalogBody body)
        => new[] { body.Argument?.MemberName ?? "" }.Concat(body.Parameters.Select(p => p.MemberName)).Concat(body.Sections.Select(s => s.MemberName)).Where(n => n.Length > 0);

    private static CatalogResource NamedResource(CatalogResource resource, UniqueNames names)
    {
        string member = resource.MemberName.Length > 0 ? resource.MemberName : names.Take(CatalogNaming.Resource(resource.Name, resource.Kind));
        UniqueNames inside = new([.. CatalogReserved.ResourceClass, member, member + "Resource"], "Resource");
        foreach (CatalogResource sub in resource.Subresources.Where(s => s.MemberName.Length > 0)) inside.Reserve(sub.MemberName);
        return resource with
        {
            MemberName = member,
            Subresources = ValueList.From(resource.Subresources.Select(s => s.MemberName.Length > 0 ? s : s with { MemberName = inside.Take(CatalogNaming.Pascal(s.Name)) })),
        };
    }
}
