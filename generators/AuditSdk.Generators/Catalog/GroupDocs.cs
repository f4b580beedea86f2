using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Generators.Catalog;

/// <summary>What IntelliSense shows of API groups and resources.</summary>
internal static class GroupDocs
{
    public static string Group(string name) => name.Length == 0 ? "the core API group" : $"the API group {CSharpText.Code(name)}";

    /// <summary>A resource in a line: what it is, its kind, its verbs, its releases.</summary>
    public static string Resource(CatalogResource resource, string path, string releases)
    {
        List<string> sentences = [];
        if (resource.Summary is { Length: > 0 } summary) sentences.Add(CSharpText.Xml(summary));
        string kind = resource.Kind.Length == 0 ? "" : $"kind {CSharpText.Code(resource.Kind)}, ";
        sentences.Add($"{CSharpText.Code(path)}: {kind}{(resource.Namespaced ? "namespaced" : "cluster-wide")}.");
        if (resource.Verbs.Count > 0) sentences.Add($"Verbs: {CSharpText.Xml(string.Join(", ", resource.Verbs))}.");
        if (Served(resource, releases) is { } served) sentences.Add(served);
        return string.Join(" ", sentences);
    }

    private static string? Served(CatalogResource resource, string releases)
    {
        string[] known = releases.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (known.Length == 0) return null;
        string span = CSharpText.Xml((resource.Since ?? known[0]) + " to " + (resource.Until ?? known[known.Length - 1]));
        return $"Served in {span}; the catalog knows {CSharpText.Xml(known[0])} to {CSharpText.Xml(known[known.Length - 1])}.";
    }
}
