using System.Reflection;
using System.Text.Json;
using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Generators.Tests.Library;

/// <summary>The recorded facts of three fluentd versions against what AuditSdk.dll really has.</summary>
public class FactsTests
{
    private static readonly Dictionary<(string Kind, string Type), Type> Classes = GeneratedLibrary.Plugins.ToDictionary(
        t => (GeneratedLibrary.Kind(t), t.GetCustomAttribute<FluentdPluginAttribute>()?.Type ?? "system"));

    private readonly List<string> _missing = [];

    [Theory]
    [InlineData("plugins-1.3.3.json")]
    [InlineData("plugins-1.18.0.json")]
    [InlineData("plugins-1.19.3.json")]
    public void EveryParameterAndSection_HasTypedMember(string dump)
    {
        JsonElement[] plugins = [.. Read(dump).EnumerateArray()];
        Assert.True(plugins.Length > 80);
        foreach (JsonElement plugin in plugins)
        {
            (string kind, string type) = (plugin.GetProperty("kind").GetString()!, plugin.TryGetProperty("type", out JsonElement t) && t.GetString() is { } name ? name : "system");
            if (Classes.TryGetValue((kind, type), out Type? found)) WalkBody(found, plugin, $"{kind} {type}");
            else _missing.Add($"{kind} {type}: no class");
        }

        Assert.Empty(_missing);
    }

    [Fact]
    public void EveryFlatParameter_HasTypedMember()
    {
        JsonElement flat = Read("compat-parameters.json");
        // out_stream is abstract: no configuration can name it.
        foreach (JsonProperty plugin in flat.GetProperty("converted_by_plugin").EnumerateObject().Where(p => p.Name != "out_stream"))
        {
            (string kind, string type) = plugin.Name.Split('_', 2) switch
            {
                ["in", var rest] => ("input", rest),
                ["out", var rest] => ("output", rest),
                [var first, var rest] => (first, rest),
                _ => throw new InvalidOperationException(plugin.Name),
            };
            string[] names = [.. GeneratedLibrary.Members(Classes[(kind, type)]).Where(m => !m.Fact.IsSection).Select(m => m.Fact.Name)];
            foreach (string helper in plugin.Value.EnumerateArray().Select(h => h.GetString()!))
            {
                string section = helper switch { "parser" => "parse", "formatter" => "format", _ => helper };
                if (flat.TryGetProperty(section, out JsonElement converted)) _missing.AddRange(converted.EnumerateObject().Select(p => p.Name).Except(names).Select(p => $"{plugin.Name}: {p}"));
            }
        }

        Assert.Empty(_missing);
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(SourceTree.Data("fluentd", file))).RootElement;

    private void WalkBody(Type type, JsonElement body, string place)
    {
        (PropertyInfo Member, FluentdParameterAttribute Fact)[] members = [.. GeneratedLibrary.Members(type)];
        foreach (string name in Parameters(body))
        {
            if (!members.Any(m => !m.Fact.IsSection && m.Fact.Name == name)) _missing.Add($"{place}: parameter {name}");
        }

        if (Has(body, "argument") && type != typeof(SystemSettings) && !type.IsSubclassOf(typeof(Plugin)) && !members.Any(m => m.Fact.Name.Length == 0)) _missing.Add($"{place}: argument");
        foreach (JsonElement section in Sections(body))
        {
            string name = section.GetProperty("name").GetString()!;
            if (members.FirstOrDefault(m => m.Fact.IsSection && m.Fact.Name == name).Member is { } member) WalkSection(member.PropertyType, section, $"{place} <{name}>");
            else _missing.Add($"{place}: section {name}");
        }
    }

    private void WalkSection(Type type, JsonElement section, string place)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)) type = type.GetGenericArguments()[0];
        if (!type.IsAbstract)
        {
            WalkBody(type, section, place);
            return;
        }

        // What the dump shows of a section that holds a plugin: in <buffer> what every buffer takes, else what is read by one plugin of the kind.
        Type[] kind = [.. GeneratedLibrary.Plugins.Where(p => p.IsSubclassOf(type))];
        foreach (string name in Parameters(section).Except(GeneratedLibrary.Members(type).Select(m => m.Fact.Name)))
        {
            int having = kind.Count(p => GeneratedLibrary.Members(p).Any(m => m.Fact.Name == name));
            if (type == typeof(BufferPlugin) ? having < kind.Length : having == 0) _missing.Add($"{place}: parameter {name}");
        }
    }

    // @type, @id, @label and @log_level are members of the base classes.
    private static IEnumerable<string> Parameters(JsonElement body)
        => body.GetProperty("params").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Where(n => n is not ("@type" or "@id" or "@label" or "@log_level"));

    private static IEnumerable<JsonElement> Sections(JsonElement body) => body.TryGetProperty("sections", out JsonElement sections) ? sections.EnumerateArray() : [];

    private static bool Has(JsonElement body, string name) => body.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object;
}
