using AuditSdk.Catalog.Tests.FactsToSchema;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>The catalogs of fluentd: one file a plugin, and one of enumerations.</summary>
internal static class FluentdCatalogs
{
    private const string Comment = "Made from the recorded facts in tests/data by the tests of the catalog. Do not edit: change the facts, additions.catalog, or docs/.\n"
        + "'since 1.12.0' is not there before that release of fluentd, 'before 1.16.0' no more from that one on.";

    /// <summary>File name to text.</summary>
    public static IReadOnlyDictionary<string, string> Files(FluentdFacts facts)
    {
        (IReadOnlyList<CatalogPlugin> plugins, IEnumerable<CatalogEnum> enums) = Plugins(facts);
        SortedDictionary<string, string> files = new(StringComparer.Ordinal)
        {
            ["enums.catalog"] = CatalogWriter.Write(new CatalogFile { Enums = ValueList.From(enums) }, Comment),
        };
        foreach (CatalogPlugin plugin in plugins) files[$"{plugin.Kind}.{plugin.Type}.catalog"] = CatalogWriter.Write(new CatalogFile { Plugins = [plugin] }, Comment);
        return files;
    }

    private static (IReadOnlyList<CatalogPlugin> Plugins, IEnumerable<CatalogEnum> Enums) Plugins(FluentdFacts facts)
    {
        EnumNames names = new();
        _ = Merged(facts, names);
        IReadOnlyList<CatalogEnum> enums = [.. names.Enums()];
        IReadOnlyList<CatalogPlugin> plugins = Merged(facts, names);
        FlatParameters flat = new(facts.Flat, plugins);
        return ([.. facts.Types.Zip(plugins, (type, plugin) => plugin with { Body = plugin.Body with { Parameters = [.. plugin.Body.Parameters, .. flat.Of(type.Values.Last(), plugin.Body)] } })], enums);
    }

    private static IReadOnlyList<CatalogPlugin> Merged(FluentdFacts facts, EnumNames names) => [.. facts.Types.Select(type => Plugin(facts, type, names))];

    private static CatalogPlugin Plugin(FluentdFacts facts, IReadOnlyDictionary<string, PluginFact> type, EnumNames names)
    {
        PluginFact newest = type.Values.Last();
        IReadOnlyList<string> versions = [.. type.Keys];
        bool isOfGem = newest.Source != "core";
        IEnumerable<(string, BodyFact)> bodies = type.Select(t => (t.Key, t.Value.Kind == "buffer" ? WithOutputSide(facts, t.Key, t.Value.Body) : t.Value.Body));
        return new CatalogPlugin
        {
            Kind = newest.Kind,
            Type = newest.Type,
            Gem = isOfGem ? newest.Source : null,
            // A recorded gem that does not load in an old fluentd says nothing about that gem's own old versions.
            Since = isOfGem ? null : new CoreChanges($"{newest.Kind}.{newest.Type}").Releases("").Since,
            Body = new VersionMerge(names, $"{newest.Kind}.{newest.Type}").Merge([.. bodies], section: null, $"{newest.Kind}.{newest.Type}"),
        };
    }

    // <buffer> takes what the output reads as well as what the buffer reads.
    private static BodyFact WithOutputSide(FluentdFacts facts, string version, BodyFact body)
    {
        IEnumerable<BodyFact> owners = facts.Dumps.Single(d => d.Version == version).Plugins.SelectMany(p => p.Body.Sections).Where(s => s.Name == "buffer").Select(s => s.Body);
        HashSet<string> present = [.. body.Parameters.Select(p => p.Name)];
        // The default of an output that says nothing of its own is the common one.
        IEnumerable<ParameterFact> added = owners.SelectMany(o => o.Parameters).Where(p => !present.Contains(p.Name)).GroupBy(p => p.Name)
            .Select(g => g.GroupBy(p => p.Default?.GetRawText()).OrderByDescending(d => d.Count()).First().First());
        return body with
        {
            Parameters = [.. body.Parameters, .. added],
            Argument = new ParameterFact("chunk_keys", "array") { ValueType = "string" },
        };
    }
}
