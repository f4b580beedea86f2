using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Merges catalog files to one. The order in which they are given does not matter, and equal files give equal results.</summary>
public static class CatalogSet
{
    /// <summary>Merges files: groups of one name become one, extensions are applied to their plugins, and what is declared twice or extends nothing is a finding (AUD9008).</summary>
    /// <param name="files">The files; each has the findings of its own reading, which are kept.</param>
    /// <returns>One file without extensions, its declarations in the order of their names.</returns>
    public static CatalogFile Merge(IEnumerable<CatalogFile> files)
    {
        IReadOnlyList<CatalogFile> ordered = [.. files.OrderBy(f => f.File ?? "", StringComparer.Ordinal).ThenBy(CatalogWriter.Write, StringComparer.Ordinal)];
        List<Finding> findings = [.. ordered.SelectMany(f => f.Findings)];
        IReadOnlyList<CatalogEnum> enums = Distinct(ordered, f => f.Enums, e => e.Name, e => $"Enum {e.Name}", _ => 0, findings);
        IEnumerable<CatalogPlugin> plugins = Distinct(ordered, f => f.Plugins, p => p.Kind + " " + p.Type, p => $"Plugin {p.Kind} '{p.Type}'", p => p.Line, findings);
        plugins = ExtensionApplier.Apply(plugins, ordered, findings);
        return new CatalogFile
        {
            Releases = ValueList.From(ordered.SelectMany(f => f.Releases).Distinct(StringComparer.Ordinal).OrderBy(r => r, CatalogVersions.Order)),
            Groups = MergeGroups(ordered, findings),
            RemovedGroups = ValueList.From(Distinct(ordered, f => f.RemovedGroups, g => g.Name, g => $"Removed group '{g.Name}'", _ => 0, findings)),
            Enums = ValueList.From(enums),
            Plugins = ValueList.From(EnumReferences.Checked(plugins, enums, ordered, findings)),
            Findings = ValueList.From(findings),
        };
    }

    // Declarations by name; the second of one name is a finding unless it says the same.
    private static List<T> Distinct<T>(
        IEnumerable<CatalogFile> files, Func<CatalogFile, IEnumerable<T>> declared, Func<T, string> key, Func<T, string> name, Func<T, int> line, List<Finding> findings)
        where T : class
    {
        SortedDictionary<string, (T Value, string? File)> kept = new(StringComparer.Ordinal);
        foreach (CatalogFile file in files)
        {
            foreach (T value in declared(file))
            {
                if (!kept.TryGetValue(key(value), out (T Value, string? File) first)) kept[key(value)] = (value, file.File);
                else if (!first.Value.Equals(value)) findings.Add(Twice(name(value), first.File, new Origin(file.File, line(value))));
            }
        }

        return [.. kept.Values.Select(v => v.Value)];
    }

    private static ValueList<CatalogGroup> MergeGroups(IReadOnlyList<CatalogFile> files, List<Finding> findings)
    {
        SortedDictionary<string, (string ClassName, SortedDictionary<string, (CatalogResource Resource, string? File)> Resources)> groups = new(StringComparer.Ordinal);
        foreach ((CatalogFile file, CatalogGroup group) in files.SelectMany(f => f.Groups.Select(g => (f, g))))
        {
            if (!groups.TryGetValue(group.Name, out (string ClassName, SortedDictionary<string, (CatalogResource, string?)> Resources) merged))
            {
                groups[group.Name] = merged = (group.ClassName, new(StringComparer.Ordinal));
            }

            foreach (CatalogResource resource in group.Resources)
            {
                if (!merged.Resources.TryGetValue(resource.Name, out (CatalogResource Resource, string? File) first)) merged.Resources[resource.Name] = (resource, file.File);
                else if (first.Resource != resource) findings.Add(Twice($"Resource '{resource.Name}' of group '{group.Name}'", first.File, new Origin(file.File, 0)));
            }
        }

        return ValueList.From(CatalogMembers.Renamed([.. groups.Select(g => new CatalogGroup(g.Key, g.Value.ClassName, ValueList.From(g.Value.Resources.Values.Select(r => r.Resource))))]));
    }

    private static Finding Twice(string what, string? first, Origin origin)
        => new(CatalogFindings.Id, FindingSeverity.Error, $"{what} is declared differently in {first ?? "another catalog"}; keep one of the two.", origin);
}
