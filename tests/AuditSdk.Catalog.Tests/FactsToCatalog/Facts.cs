using System.Text.Json;

namespace AuditSdk.Catalog.Tests.FactsToCatalog;

/// <summary>What one fluentd said about a parameter.</summary>
internal sealed record ParameterFact(string Name, string Type)
{
    public string? ValueType { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    public bool Required { get; init; }

    public bool Secret { get; init; }

    public bool Deprecated { get; init; }

    public bool Removed { get; init; }

    public string? Alias { get; init; }

    public JsonElement? Default { get; init; }

    public static ParameterFact Of(JsonElement json) => new(json.Text("name")!, json.Text("type")!)
    {
        ValueType = json.Text("value_type"),
        Values = [.. json.Items("values").Select(v => v.GetString()!)],
        Required = json.Flag("required"),
        Secret = json.Flag("secret"),
        Deprecated = json.Flag("deprecated"),
        Removed = json.Flag("removed"),
        Alias = json.Text("alias"),
        Default = json.TryGetProperty("default", out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null,
    };
}

/// <summary>What one fluentd said about the inside of a plugin or section.</summary>
internal sealed record BodyFact(IReadOnlyList<ParameterFact> Parameters, IReadOnlyList<SectionFact> Sections, ParameterFact? Argument)
{
    public static BodyFact Of(JsonElement json) => new(
        [.. json.Items("params").Select(ParameterFact.Of)],
        [.. json.Items("sections").Select(s => new SectionFact(s.Text("name")!, s.Flag("required"), s.Flag("multi"), Of(s)))],
        json.TryGetProperty("argument", out JsonElement argument) && argument.ValueKind == JsonValueKind.Object ? ParameterFact.Of(argument) : null);
}

/// <summary>What one fluentd said about a section.</summary>
internal sealed record SectionFact(string Name, bool Required, bool Multi, BodyFact Body);

/// <summary>What one fluentd said about a plugin.</summary>
internal sealed record PluginFact(string Kind, string Type, string Source, IReadOnlyList<string> Helpers, BodyFact Body)
{
    public static PluginFact Of(JsonElement json)
        => new(json.Text("kind")!, json.Text("type")!, json.Text("source")!, [.. json.Items("helpers").Select(h => h.GetString()!)], BodyFact.Of(json));
}

internal static class JsonFacts
{
    public static JsonElement Read(params string[] path) => JsonDocument.Parse(File.ReadAllText(SourceTree.Data(path))).RootElement;

    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(this JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
}
