using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A group written into the name: <c>deployments.apps</c>, <c>apps/deployments</c>.</summary>
internal static class GroupInResource
{
    /// <summary>AUD1033.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1033", "A group is written into the resource", FindingSeverity.Warning);

    /// <summary>Looks for names with a dot, which no resource has, and for names below a group.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        ResourceCatalog catalog = context.Options.Catalog;
        foreach (EntryName name in context.EntryNames)
        {
            if (!IsIn(catalog, name)) continue;
            (string Group, string Text)? meant = Meant(catalog, name);
            string advice = meant is { } m ? $"Write '{m.Text}' in {PolicyWords.Group(m.Group)}." : "Write the plural in resources and the group in group.";
            findings.Add(Descriptor.At(name, $"'{name.Text}' matches nothing: a resource is named without its group. {advice}", meant is { } e ? Edit(name, e.Group, e.Text) : null));
        }
    }

    /// <summary>True where the name holds a group.</summary>
    public static bool IsIn(ResourceCatalog catalog, EntryName name)
        => name.Resource.IndexOf('.') > 0 || (name.Subresource is { Length: > 0 } sub && name.Resource.Length > 0 && catalog.Group(name.Resource) is { } group && group.Resources.Any(r => r.Name == First(sub)));

    private static (string Group, string Text)? Meant(ResourceCatalog catalog, EntryName name)
    {
        int dot = name.Resource.IndexOf('.');
        if (dot < 0) return (name.Resource, name.Subresource!);
        string plural = name.Resource.Substring(0, dot);
        CatalogGroup? group = catalog.Group(name.Resource.Substring(dot + 1));
        return group is not null && group.Resources.Any(r => r.Name == plural) ? (group.Name, plural + (name.Subresource is { } sub ? "/" + sub : "")) : null;
    }

    private static PolicyEdit Edit(EntryName name, string group, string text)
    {
        if (group != name.Entry.Group) return new ReplaceResource($"Select {PolicyWords.Resource(group, text)}", name.Path, group, text);
        string[] forms = [$"{text}.{group}", $"{group}/{text}"];
        return new RuleValue(name.Entry.Rule, name.Entry.Node, name.Path, name.Text, name.Origin).ReplacedBy(text, name.Entry.Entry.Resources, t => forms.Contains(t) ? text : null);
    }

    private static string First(string path) => path.IndexOf('/') is >= 0 and int slash ? path.Substring(0, slash) : path;
}
