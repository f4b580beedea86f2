using System.Text;
using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Tests.Fluentd;

/// <summary>The recorded behaviour of fluentd 1.18.0's parser: a text, and the tree or error that it gave.</summary>
internal static class ConfVectors
{
    public static IReadOnlyList<JsonElement> Syntax { get; } = Read("config-syntax.json", "cases");

    public static JsonElement Case(string name) => Syntax.Single(c => c.GetProperty("name").GetString() == name);

    public static IReadOnlyList<JsonElement> Read(string file, string list)
        => [.. JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors(file))).RootElement.GetProperty(list).EnumerateArray()];

    public static ConfParseResult Parse(JsonElement vector)
    {
        Dictionary<string, string> files = vector.TryGetProperty("files", out JsonElement given)
            ? given.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!)
            : [];
        ConfParseResult result = ConfParser.Parse(vector.GetProperty("input").GetString()!, "fluent.conf", path => Glob(files, path));
        if (result.Root is not { } root || !root.Nodes.Any(n => n is FluentdInclude { RubyPath: not null })) return result;
        return result with { Root = root with { Nodes = ValueList.From(root.Nodes.SelectMany(n => Included(files, n))) } };
    }

    /// <summary>A tree as fluentd has it in memory: attributes by key with the last of equal ones at the place of the first.</summary>
    public static string Show(FluentdElement element)
    {
        List<(string Key, string Value)> attributes = [];
        foreach (FluentdParameter parameter in element.Parameters)
        {
            string key = Evaluate(parameter.RubyKey) ?? parameter.Key;
            (string, string) attribute = (key, Evaluate(parameter.Value)!);
            int place = attributes.FindIndex(a => a.Key == key);
            if (place < 0) attributes.Add(attribute);
            else attributes[place] = attribute;
        }

        return $"<{element.Name} {Quoted(Evaluate(element.RubyArgument) ?? element.Argument)}>{string.Concat(attributes.Select(a => $"{Quoted(a.Key)}={Quoted(a.Value)};"))}{string.Concat(element.Elements.Select(Show))}</>";
    }

    /// <summary>The recorded tree in the same form.</summary>
    public static string Show(JsonElement tree)
    {
        string attributes = string.Concat(tree.GetProperty("attrs").EnumerateArray().Select(a => $"{Quoted(a[0].GetString()!)}={Quoted(Recorded(a[1]))};"));
        return $"<{tree.GetProperty("name").GetString()} {Quoted(tree.GetProperty("arg").GetString()!)}>{attributes}{string.Concat(tree.GetProperty("elements").EnumerateArray().Select(Show))}</>";
    }

    // An include whose path is Ruby stays in the tree; here its path is known.
    private static IEnumerable<FluentdNode> Included(Dictionary<string, string> files, FluentdNode node)
        => node is FluentdInclude { RubyPath: { } path } ? ConfParser.Parse(files[Evaluate(path)!], "included").Root!.Nodes : [node];

    private static string Recorded(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : $"({value.GetProperty("special").GetString()})";

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string? Evaluate(FluentdValue? value)
    {
        if (value is null) return null;
        StringBuilder text = new();
        foreach (FluentdValuePart part in value.Parts!)
        {
            if (part.IsRuby && part.Text.Trim() is "use_nil" or "use_default") return part.Text.Trim() == "use_nil" ? "(nil)" : "(default)";
            text.Append(part.IsRuby ? Run(part.Text) : part.Text);
        }

        return text.ToString();
    }

    // The Ruby that occurs in the vectors, and nothing more; the product never runs any.
    private static string Run(string code) => code.Trim() switch
    {
        "1" => "1",
        "1+1" => "2",
        "'inc'" => "inc",
        "{'k'=>1}['k']" => "1",
        "ENV['NO_SUCH_VAR_X']" => "",
        "[1,\n2].sum" => "3",
        "raise 'boom'" => throw new InvalidOperationException("boom"),
        _ => throw new NotSupportedException(code),
    };

    private static IReadOnlyList<(string Name, string Text)> Glob(Dictionary<string, string> files, string path)
    {
        string[] halves = path.Split('*');
        return [.. files.Where(f => halves.Length == 1 ? f.Key == path : f.Key.StartsWith(halves[0], StringComparison.Ordinal) && f.Key.EndsWith(halves[1], StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value))];
    }
}
