using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditSdk.Catalog.Tests.FactsToSchema;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>One body out of what several versions said: the union; the newest version wins where they differ, and marks say in which release something came or went.</summary>
/// <param name="enums">Where enumerations get their names.</param>
/// <param name="plugin">Kind and type, with a dot between.</param>
internal sealed class VersionMerge(EnumNames enums, string plugin)
{
    private readonly CoreChanges _changes = new(plugin);

    /// <summary>Merges what versions said of a body, oldest first.</summary>
    /// <param name="bodies">The versions that have the body.</param>
    /// <param name="section">The section's name; null for the body of the plugin.</param>
    /// <param name="place">The plugin and the sections inside it, as <see cref="ParameterRules"/> names them.</param>
    public CatalogBody Merge(IReadOnlyList<(string Version, BodyFact Body)> bodies, string? section, string place)
    {
        IReadOnlyList<string> versions = [.. bodies.Select(b => b.Version)];
        IEnumerable<(string, ParameterFact)> parameters = bodies.SelectMany(b => b.Body.Parameters.Where(p => section == "metrics" || !SectionRules.IsInherited(p.Name)).Select(p => (b.Version, p)));
        (string, ParameterFact)[] arguments = [.. bodies.Where(b => b.Body.Argument is not null).Select(b => (b.Version, b.Body.Argument!))];
        return new CatalogBody
        {
            Argument = arguments.Length == 0 ? null : Parameter(arguments, versions, section, place, $"{Inside(place)}<{arguments[^1].Item2.Name}>"),
            Parameters = ValueList.From(NewestFirst(parameters, p => p.Name).Select(p => Parameter(p, versions, section, place, Inside(place) + p[^1].Fact.Name))),
            Sections = ValueList.From(NewestFirst(bodies.SelectMany(b => b.Body.Sections.Select(s => (b.Version, s))), s => s.Name).Select(s => Section(s, versions, place))),
        };
    }

    /// <summary>The first version that has something, where the first that has its owner has it not.</summary>
    public static string? Since(IReadOnlyList<string> having, IReadOnlyList<string> owner) => having[0] == owner[0] ? null : having[0];

    /// <summary>The last version that has something, where the last that has its owner has it not.</summary>
    public static string? Until(IReadOnlyList<string> having, IReadOnlyList<string> owner) => having[^1] == owner[^1] ? null : having[^1];

    /// <summary>A default as text; null where it says nothing.</summary>
    public static string? Default(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } s ? s : null,
        { ValueKind: JsonValueKind.Object } o when o.TryGetProperty("regexp", out _) => Regexp(o),
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0 ? null : Compact(list),
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Any() ? Compact(map) : null,
        { } other => other.GetRawText(),
    };

    private static string Regexp(JsonElement fact) => $"/{fact.GetProperty("regexp").GetString()}/{Options(fact.GetProperty("options").GetInt32())}";

    private static string Options(int options) => string.Concat((options & 1) != 0 ? "i" : "", (options & 2) != 0 ? "x" : "", (options & 4) != 0 ? "m" : "");

    private static string Compact(JsonElement json) => Plain(json)!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // JSON with its regular expressions as fluentd writes them.
    private static JsonNode? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("regexp", out _) => JsonValue.Create(Regexp(json)),
        JsonValueKind.Object => new JsonObject(json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Plain(p.Value)))),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(Plain)]),
        _ => JsonNode.Parse(json.GetRawText()),
    };

    // Things of one name together, in the order of the newest version, then what only older ones have.
    private static IEnumerable<(string Version, T Fact)[]> NewestFirst<T>(IEnumerable<(string Version, T Fact)> facts, Func<T, string> name)
    {
        (string Version, T Fact)[] all = [.. facts];
        IEnumerable<string> names = all.Reverse().GroupBy(f => f.Version).SelectMany(g => g.Reverse()).Select(f => name(f.Fact)).Distinct();
        ILookup<string, (string Version, T Fact)> byName = all.ToLookup(f => name(f.Fact));
        return names.Select(n => byName[n].ToArray());
    }

    private CatalogParameter Parameter(IReadOnlyList<(string Version, ParameterFact Fact)> facts, IReadOnlyList<string> owner, string? section, string place, string path)
    {
        ParameterFact newest = facts[^1].Fact;
        (string? since, string? before) = Marks([.. facts.Select(f => f.Version).Distinct()], owner, path);
        return new CatalogParameter
        {
            Name = newest.Name,
            Type = ParameterRules.Type(place, newest),
            ValueType = newest.Type == "enum" ? enums.Of(newest.Name, Values(facts, path), section ?? plugin.Split('.')[0]) : newest.ValueType,
            Required = newest.Required,
            Secret = newest.Secret,
            Deprecated = newest.Deprecated,
            Removed = facts.FirstOrDefault(f => f.Fact.Removed).Version,
            Since = since,
            Before = before,
            Default = newest.Required ? null : Default(newest.Default),
            Alias = newest.Alias == "type" ? null : newest.Alias,
        };
    }

    private CatalogSection Section(IReadOnlyList<(string Version, SectionFact Fact)> facts, IReadOnlyList<string> owner, string place)
    {
        SectionFact newest = facts[^1].Fact;
        string? held = SectionRules.PluginKind(newest.Name);
        (string? since, string? before) = Marks([.. facts.Select(f => f.Version)], owner, $"{Inside(place)}{newest.Name}/");
        return new CatalogSection
        {
            Name = newest.Name,
            PluginKind = held,
            Required = newest.Required,
            Multi = SectionRules.IsMulti(newest),
            Since = since,
            Before = before,
            Body = held is null ? Merge([.. facts.Select(f => (f.Version, f.Fact.Body))], newest.Name, $"{place}/{newest.Name}") : new CatalogBody(),
        };
    }

    // The recorded versions say that something came or went, the releases between them say when.
    private (string? Since, string? Before) Marks(IReadOnlyList<string> having, IReadOnlyList<string> owner, string path)
    {
        (string? since, string? before) = _changes.Releases(path);
        bool isOld = having[0] == CoreChanges.First;
        return (isOld ? null : since ?? Since(having, owner), having[^1] == owner[^1] ? null : before ?? throw new InvalidOperationException($"{plugin}: nothing says when {path} went"));
    }

    private (string Version, string Value)[] Values(IReadOnlyList<(string Version, ParameterFact Fact)> facts, string path)
        => [.. _changes.Values(path, facts.SelectMany(f => f.Fact.Values.Select(v => (f.Version, v))))];

    private string Inside(string place) => place.Length == plugin.Length ? "" : place[(plugin.Length + 1)..] + "/";
}
