using System.Text.Json;
using System.Text.Json.Nodes;
using AuditSdk.Catalog.Tests.FactsToCatalog;

namespace AuditSdk.Catalog.Tests.FactsToSchema;

/// <summary>How a plugin, section or parameter is declared from one release of fluentd until before another.</summary>
internal sealed record Spell(Version Since, Version Before, JsonElement Fact)
{
    public static Version First { get; } = new(1, 3, 3);

    public static Version Never { get; } = new(int.MaxValue, 0);

    public static Spell All { get; } = new(First, Never, default);

    public bool Overlaps(Spell other) => Since < other.Before && other.Since < Before;
}

/// <summary>In which releases the declarations of fluentd's own plugins changed; how the file is read stands in it.</summary>
internal sealed class CoreChanges(string plugin)
{
    private static readonly JsonElement All = JsonFacts.Read("fluentd", "core-changes.json");

    private readonly string _kind = plugin.Split('.')[0] + ".*";

    /// <summary>Names in a section (a path that ends in '/', or '' for the plugin) that no recorded version has.</summary>
    public IEnumerable<string> Unrecorded(string path, IReadOnlyCollection<string> recorded)
        => All.TryGetProperty(plugin, out JsonElement own)
            ? own.EnumerateObject().Where(p => p.Value[0].ValueKind == JsonValueKind.Object && p.Name.LastIndexOf('/') + 1 == path.Length && p.Name.StartsWith(path, StringComparison.Ordinal))
                .Select(p => p.Name[path.Length..]).Where(n => !recorded.Contains(n))
            : [];

    /// <summary>What is declared at a path, oldest first.</summary>
    public IReadOnlyList<Spell> Spells(string path, IReadOnlyList<(Version Version, JsonElement Fact)> recorded)
    {
        if (Steps(path) is not { } steps) return [new Spell(Spell.First, Spell.Never, recorded[^1].Fact)];
        List<Spell> spells = [];
        Version before = Spell.Never;
        foreach (JsonElement step in steps.EnumerateArray().Reverse())
        {
            Version since = Version.Parse(step.ValueKind == JsonValueKind.String ? step.GetString()! : step.Text("since")!);
            if (step.ValueKind == JsonValueKind.String || !step.Flag("gone")) spells.Insert(0, new Spell(since, before, Fact(step, since, before, recorded, spells)));
            before = since;
        }

        return spells;
    }

    private static JsonElement Fact(JsonElement step, Version since, Version before, IReadOnlyList<(Version Version, JsonElement Fact)> recorded, List<Spell> later)
    {
        foreach ((Version version, JsonElement fact) in recorded)
        {
            if (version >= since && version < before) return fact;
        }

        // Of a gem that was not recorded in an old fluentd, the next that is known.
        JsonObject next = later.Count > 0 ? JsonObject.Create(later[0].Fact)! : recorded.Count > 0 ? JsonObject.Create(recorded[^1].Fact)! : [];
        if (step.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in step.EnumerateObject().Where(p => p.Name != "since")) next[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(next);
    }

    private JsonElement? Steps(string path)
        => All.TryGetProperty(plugin, out JsonElement own) && own.TryGetProperty(path, out JsonElement steps) ? steps
            : path.Length > 0 && All.TryGetProperty(_kind, out JsonElement shared) && shared.TryGetProperty(path, out JsonElement common) ? common : null;
}
