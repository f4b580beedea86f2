using System.Text.Json;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>The three recorded fluentd versions, oldest first, and what fluentd converts from its flat v0.12 parameters.</summary>
internal sealed class FluentdFacts
{
    private FluentdFacts(IReadOnlyList<(string Version, IReadOnlyList<PluginFact> Plugins)> dumps, JsonElement flat) => (Dumps, Flat) = (dumps, flat);

    public static FluentdFacts Recorded { get; } = new(
        [.. new[] { "1.3.3", "1.18.0", "1.19.3" }.Select(v => (v, Plugins(v)))],
        JsonFacts.Read("fluentd", "compat-parameters.json"));

    /// <summary>The plugins of each version.</summary>
    public IReadOnlyList<(string Version, IReadOnlyList<PluginFact> Plugins)> Dumps { get; }

    /// <summary>Flat parameter to section parameter, by section, and which plugin converts which section.</summary>
    public JsonElement Flat { get; }

    /// <summary>Every plugin type with what each version said of it.</summary>
    public IEnumerable<IReadOnlyDictionary<string, PluginFact>> Types => Dumps
        .SelectMany(d => d.Plugins.Select(p => (d.Version, Plugin: p)))
        .GroupBy(p => (p.Plugin.Kind, p.Plugin.Type))
        .OrderBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Type, StringComparer.Ordinal)
        .Select(g => g.ToDictionary(p => p.Version, p => p.Plugin));

    private static IReadOnlyList<PluginFact> Plugins(string version) => [.. JsonFacts.Read("fluentd", $"plugins-{version}.json").EnumerateArray().Select(PluginFact.Of)];
}
