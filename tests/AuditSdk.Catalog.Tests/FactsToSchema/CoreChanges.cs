using System.Text.Json;
using System.Text.Json.Nodes;
using AuditSdk.Catalog.Tests.FactsToCatalog;
using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Catalog.Tests.FactsToSchema;

/// <summary>How a plugin, section or parameter is declared from one release of fluentd until before another.</summary>
internal sealed record Spell(Version Since, Version Before, JsonElement Fact)
{
    public static Version First { get; } = Version.Parse(CoreChanges.First);

    public static Version Never { get; } = new(int.MaxValue, 0);

    public static Spell All { get; } = new(First, Never, default);

    public bool Overlaps(Spell other) => Since < other.Before && other.Since < Before;
}

/// <summary>In which releases the declarations of fluentd's own plugins changed; how the file is read stands in it.</summary>
internal sealed class CoreChanges(string plugin)
{
    /// <summary>The oldest recorded version.</summary>
    public const string First = "1.3.3";

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
            Version since = Version.Parse(Release(step));
            if (step.ValueKind == JsonValueKind.String || !step.Flag("gone")) spells.Insert(0, new Spell(since, before, Fact(step, since, before, recorded, spells)));
            before = since;
        }

        return spells;
    }

    /// <summary>The first release that has what stands at a path, and the first that has it no more; null where 1.3.3 has it, where all later ones do, and where nothing is said.</summary>
    public (string? Since, string? Before) Releases(string path)
    {
        if (Steps(path) is not { } steps) return (null, null);
        string since = Release(steps[0]);
        JsonElement last = steps[steps.GetArrayLength() - 1];
        return (since == First ? null : since, last.ValueKind == JsonValueKind.Object && last.Flag("gone") ? Release(last) : null);
    }

    /// <summary>The values of a parameter, each with a release that takes it; a value that a recorded version has has that version's, or the one since which it is declared so.</summary>
    public IEnumerable<(string Version, string Value)> Values(string path, IEnumerable<(string Version, string Value)> recorded)
    {
        JsonElement[] steps = Steps(path) is { } found ? [.. found.EnumerateArray()] : [];
        IEnumerable<(string, string)> between = steps.Where(s => s.ValueKind == JsonValueKind.Object && s.TryGetProperty("values", out _))
            .SelectMany(s => s.GetProperty("values").EnumerateArray().Select(v => (Release(s), v.GetString()!)));
        return recorded.Select(r => (steps.Select(Release).LastOrDefault(s => CatalogVersions.Order.Compare(s, r.Version) <= 0) ?? r.Version, r.Value)).Concat(between);
    }

    private static string Release(JsonElement step) => step.ValueKind == JsonValueKind.String ? step.GetString()! : step.Text("since")!;

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
