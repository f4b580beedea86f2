using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Adds what <c>extend</c> declares to the plugins that it names, and gives sentences to what they describe.</summary>
internal sealed class ExtensionApplier(string? file, CatalogPlugin extension, List<Finding> findings)
{
    public static IEnumerable<CatalogPlugin> Apply(IEnumerable<CatalogPlugin> plugins, IReadOnlyList<CatalogFile> files, List<Finding> findings)
    {
        Dictionary<(string, string), CatalogPlugin> byType = [];
        Dictionary<(string, string), string?> fileOf = files.SelectMany(f => f.Plugins.Select(p => (f.File, p))).GroupBy(p => (p.p.Kind, p.p.Type)).ToDictionary(g => g.Key, g => g.First().File);
        List<(string, string)> order = [];
        foreach (CatalogPlugin plugin in plugins)
        {
            (string, string) key = (plugin.Kind, plugin.Type);
            order.Add(key);
            byType[key] = plugin with { Body = new ExtensionApplier(fileOf[key], plugin, findings).Described(plugin.Body) };
        }

        (string? File, CatalogPlugin Extension)[] extensions = [.. files.SelectMany(f => f.Extensions.Select(e => (f.File, e)))];
        foreach ((string? file, CatalogPlugin extension) in extensions.Where(e => e.Extension.Type != CommonSentences.EveryType))
        {
            ExtensionApplier applier = new(file, extension, findings);
            (string, string) key = (extension.Kind, extension.Type);
            if (byType.TryGetValue(key, out CatalogPlugin? plugin)) byType[key] = plugin with { Body = applier.Extended(plugin.Body, extension.Body, plugin.Kind, plugin.ClassName) };
            else applier.Tell(extension.Line, $"There is no plugin {extension.Kind} {CatalogFindings.Quote(extension.Type)} to extend; declare it, or correct the name.{Meant(extension, byType.Keys)}");
        }

        // What is said of one plugin comes before what is said of all of its kind.
        IReadOnlyList<CatalogPlugin> described = [.. order.Select(k => byType[k])];
        foreach ((string? file, CatalogPlugin extension) in extensions.Where(e => e.Extension.Type == CommonSentences.EveryType)) described = new CommonSentences(file, extension, findings).Apply(described);
        return described;
    }

    private CatalogBody Extended(CatalogBody body, CatalogBody added, string? kind, string? enclosing)
    {
        HashSet<string> taken = new(CatalogReserved.Of(kind), StringComparer.Ordinal);
        if (enclosing is not null) taken.Add(enclosing);
        if (body.Argument is not null) taken.Add(body.Argument.MemberName);
        taken.UnionWith(body.Parameters.Select(p => p.MemberName));
        taken.UnionWith(body.Sections.Select(s => s.MemberName));
        if (body.Summary is not null && added.Summary is not null) TellTwice("The sentence", extension.Line);
        if (body.Argument is not null && added.Argument is not null) TellTwice("The argument", extension.Line);
        CatalogBody joined = body with
        {
            Summary = body.Summary ?? added.Summary,
            Argument = body.Argument ?? Renamed(added.Argument, taken),
            Parameters = ValueList.From(body.Parameters.Concat(NewParameters(body, added).Select(p => Renamed(p, taken)!))),
            Sections = ValueList.From(OldSections(body, added).Concat(NewSections(body, added).Select(s => taken.Contains(s.MemberName) ? s with { MemberName = "" } : s))),
            Sentences = added.Sentences,
        };
        return Described(CatalogMembers.Named(joined, kind, enclosing));
    }

    // Sentences go to the parameters and sections of their name, on every level.
    private CatalogBody Described(CatalogBody body)
    {
        Dictionary<string, CatalogSentence> sentences = body.Sentences.ToDictionary(s => s.Name, StringComparer.Ordinal);
        HashSet<string> names = new(body.Parameters.Select(p => p.Name).Concat(body.Sections.Select(s => s.Name)), StringComparer.Ordinal);
        foreach (CatalogSentence sentence in body.Sentences.Where(s => !names.Contains(s.Name)))
        {
            Tell(sentence.Line, $"{extension.Kind} {CatalogFindings.Quote(extension.Type)} has neither parameter nor section {CatalogFindings.Quote(sentence.Name)} here; declare it, or correct the name.{CatalogWordReader.Meant(sentence.Name, names)}");
        }

        return body with
        {
            Sentences = ValueList<CatalogSentence>.Empty,
            Parameters = ValueList.From(body.Parameters.Select(p => sentences.TryGetValue(p.Name, out CatalogSentence? s) ? p with { Summary = Single(p.Summary, s) } : p)),
            Sections = ValueList.From(body.Sections.Select(x =>
            {
                CatalogBody inner = Described(x.Body);
                return x with { Body = sentences.TryGetValue(x.Name, out CatalogSentence? s) ? inner with { Summary = Single(inner.Summary, s) } : inner };
            })),
        };
    }

    private string Single(string? present, CatalogSentence sentence)
    {
        if (present is not null) TellTwice($"The sentence of {CatalogFindings.Quote(sentence.Name)}", sentence.Line);
        return present ?? sentence.Text;
    }

    private IEnumerable<CatalogParameter> NewParameters(CatalogBody body, CatalogBody added)
    {
        HashSet<string> names = new(body.Parameters.Select(p => p.Name), StringComparer.Ordinal);
        foreach (CatalogParameter parameter in added.Parameters.Where(p => names.Contains(p.Name))) TellTwice($"Parameter {CatalogFindings.Quote(parameter.Name)}", extension.Line);
        return added.Parameters.Where(p => !names.Contains(p.Name));
    }

    private IEnumerable<CatalogSection> OldSections(CatalogBody body, CatalogBody added)
    {
        Dictionary<string, CatalogSection> more = added.Sections.ToDictionary(s => s.Name, StringComparer.Ordinal);
        foreach (CatalogSection section in body.Sections)
        {
            if (!more.TryGetValue(section.Name, out CatalogSection? addition)) yield return section;
            else if (IsPlain(addition) && section.PluginKind is null && !section.FreeForm) yield return section with { Body = Extended(section.Body, addition.Body, null, null) };
            else
            {
                TellTwice($"Section {CatalogFindings.Quote(section.Name)}", extension.Line);
                yield return section;
            }
        }
    }

    private static IEnumerable<CatalogSection> NewSections(CatalogBody body, CatalogBody added)
    {
        HashSet<string> names = new(body.Sections.Select(s => s.Name), StringComparer.Ordinal);
        return added.Sections.Where(s => !names.Contains(s.Name));
    }

    // A section line without attributes adds to a section that is there.
    public static bool IsPlain(CatalogSection section)
        => section == new CatalogSection { Name = section.Name, MemberName = section.MemberName, Body = section.Body };

    private static CatalogParameter? Renamed(CatalogParameter? parameter, HashSet<string> taken)
        => parameter is not null && taken.Contains(parameter.MemberName) ? parameter with { MemberName = "" } : parameter;

    private static string Meant(CatalogPlugin extension, IEnumerable<(string Kind, string Type)> declared)
        => CatalogWordReader.Meant(extension.Type, declared.Where(d => d.Kind == extension.Kind).Select(d => d.Type));

    private void TellTwice(string what, int line) => Tell(line, $"{what} of {extension.Kind} {CatalogFindings.Quote(extension.Type)} is declared already; keep one.");

    private void Tell(int line, string message) => findings.Add(new Finding(CatalogFindings.Id, FindingSeverity.Error, message, new Origin(file, line)));
}
