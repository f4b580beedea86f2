using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Sentences for every plugin of a kind (<c>extend buffer *</c>): each goes to the parameters and sections of its name that have none yet.</summary>
internal sealed class CommonSentences(string? file, CatalogPlugin extension, List<Finding> findings)
{
    /// <summary>The type that stands for every one.</summary>
    public const string EveryType = "*";

    private readonly HashSet<int> _used = [];

    public IReadOnlyList<CatalogPlugin> Apply(IReadOnlyList<CatalogPlugin> plugins)
    {
        if (!IsSentencesOnly(extension.Body, isTop: true))
        {
            Tell(extension.Line, $"'extend {extension.Kind} *' takes sentences of parameters and sections only; declare parameters and sections for each plugin.");
            return plugins;
        }

        IReadOnlyList<CatalogPlugin> described = [.. plugins.Select(p => p.Kind == extension.Kind ? p with { Body = Described(p.Body, extension.Body) } : p)];
        TellUnused(extension.Body);
        return described;
    }

    private static bool IsSentencesOnly(CatalogBody body, bool isTop)
        => (!isTop || body.Summary is null) && body.Argument is null && body.Parameters.Count == 0 && body.Sections.All(s => ExtensionApplier.IsPlain(s) && IsSentencesOnly(s.Body, isTop: false));

    private CatalogBody Described(CatalogBody body, CatalogBody common)
    {
        Dictionary<string, CatalogSentence> sentences = common.Sentences.ToDictionary(s => s.Name, StringComparer.Ordinal);
        Dictionary<string, CatalogBody> sections = common.Sections.ToDictionary(s => s.Name, s => s.Body, StringComparer.Ordinal);
        return body with
        {
            Parameters = ValueList.From(body.Parameters.Select(p => p with { Summary = p.Legacy ? p.Summary : Sentence(p.Summary, p.Name, sentences) })),
            Sections = ValueList.From(body.Sections.Select(s =>
            {
                CatalogBody inner = sections.TryGetValue(s.Name, out CatalogBody? more) ? Described(s.Body, more) : s.Body;
                return s with { Body = inner with { Summary = Sentence(inner.Summary ?? more?.Summary, s.Name, sentences) } };
            })),
        };
    }

    private string? Sentence(string? present, string name, Dictionary<string, CatalogSentence> sentences)
    {
        if (!sentences.TryGetValue(name, out CatalogSentence? sentence)) return present;
        _used.Add(sentence.Line);
        return present ?? sentence.Text;
    }

    private void TellUnused(CatalogBody body)
    {
        foreach (CatalogSentence sentence in body.Sentences.Where(s => !_used.Contains(s.Line))) Tell(sentence.Line, $"No plugin of kind {extension.Kind} has a parameter or section {CatalogFindings.Quote(sentence.Name)} here; correct the name.");
        foreach (CatalogSection section in body.Sections) TellUnused(section.Body);
    }

    private void Tell(int line, string message) => findings.Add(new Finding(CatalogFindings.Id, FindingSeverity.Error, message, new Origin(file, line)));
}
