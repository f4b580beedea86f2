using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Leaves out parameters whose enumeration nobody declares, and says so.</summary>
internal sealed class EnumReferences(HashSet<string> declared, CatalogPlugin plugin, string? file, List<Finding> findings)
{
    public static IEnumerable<CatalogPlugin> Checked(IEnumerable<CatalogPlugin> plugins, IEnumerable<CatalogEnum> enums, IReadOnlyList<CatalogFile> files, List<Finding> findings)
    {
        HashSet<string> declared = new(enums.Select(e => e.Name), StringComparer.Ordinal);
        Dictionary<(string, string), string?> fileOf = files.SelectMany(f => f.Plugins.Select(p => (f.File, p))).GroupBy(p => (p.p.Kind, p.p.Type)).ToDictionary(g => g.Key, g => g.First().File);
        return plugins.Select(p => p with { Body = new EnumReferences(declared, p, fileOf[(p.Kind, p.Type)], findings).Checked(p.Body) });
    }

    private CatalogBody Checked(CatalogBody body) => body with
    {
        Argument = body.Argument is not null && IsDeclared(body.Argument) ? body.Argument : null,
        Parameters = ValueList.From(body.Parameters.Where(IsDeclared)),
        Sections = ValueList.From(body.Sections.Select(s => s with { Body = Checked(s.Body) })),
    };

    private bool IsDeclared(CatalogParameter parameter)
    {
        if (parameter.Type != "enum" || declared.Contains(parameter.ValueType!)) return true;
        string message = $"Parameter {CatalogFindings.Quote(parameter.Name)} of {plugin.Kind} {CatalogFindings.Quote(plugin.Type)} has the type enum({parameter.ValueType}), which no catalog declares; add a line 'enum {parameter.ValueType} ...'.";
        findings.Add(new Finding(CatalogFindings.Id, FindingSeverity.Error, message, new Origin(file, plugin.Line)));
        return false;
    }
}
