using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>Reads the lines of a schema as one of the recorded fluentd versions has them.</summary>
/// <param name="version">1.3, 1.18 or 1.19.</param>
internal sealed class SchemaReader(string version)
{
    private static readonly string[] Versions = ["1.3", "1.18", "1.19"];
    private static readonly string[] Flags = ["required", "init", "multi", "nil", "computed", "secret", "old-api", "single-worker"];

    /// <summary>The recorded version whose schema stands for a target: the newest that is not above it.</summary>
    public static string VersionFor(FluentdTarget target)
        => target.Newest >= new Version(1, 19) ? "1.19" : target.Newest >= new Version(1, 4) ? "1.18" : "1.3";

    /// <summary>The plugin in the lines of its file; null where the version has none.</summary>
    public PluginSchema? Read(IReadOnlyList<CatalogLine> lines)
    {
        if (lines.FirstOrDefault(IsThere) is not { } line) return null;
        Dictionary<string, string> words = Words(line, 3);
        return new PluginSchema(line.Tokens[1].Text, line.Tokens[2].Text)
        {
            ClassName = Value(words, "class"),
            Gem = Value(words, "gem"),
            IsOldApi = words.ContainsKey("old-api"),
            IsMultiWorker = !words.ContainsKey("single-worker"),
            Emits = Value(words, "emits")?.Split(','),
            Helpers = Value(words, "helpers")?.Split(',') ?? [],
            Body = Body(line, ""),
        };
    }

    private SectionSchema Section(CatalogLine line)
    {
        Dictionary<string, string> words = Words(line, 2);
        return Body(line, line.Tokens[1].Text) with
        {
            Alias = Value(words, "alias"),
            IsRequired = words.ContainsKey("required"),
            IsInit = words.ContainsKey("init"),
            IsMulti = words.ContainsKey("multi"),
        };
    }

    private SectionSchema Body(CatalogLine parent, string name)
    {
        CatalogLine[] lines = [.. parent.Children.Where(IsThere)];
        return new SectionSchema
        {
            Name = name,
            Argument = lines.FirstOrDefault(l => l.Keyword == "argument") is { } argument ? Parameter(argument) : null,
            Parameters = [.. lines.Where(l => l.Keyword == "param").Select(Parameter)],
            Sections = [.. lines.Where(l => l.Keyword == "section").Select(Section)],
            Defaults = lines.Where(l => l.Keyword == "default").ToDictionary(l => l.Tokens[1].Text, l => l.Tokens[2].Text, StringComparer.Ordinal),
        };
    }

    private static ParameterSchema Parameter(CatalogLine line)
    {
        Dictionary<string, string> words = Words(line, 3);
        string? defaultText = Value(words, "default");
        return new ParameterSchema(line.Tokens[1].Text, Type(line.Tokens[2].Text, words))
        {
            HasDefault = defaultText is not null || words.ContainsKey("nil") || words.ContainsKey("computed"),
            Default = defaultText,
            IsComputed = words.ContainsKey("computed"),
            Alias = Value(words, "alias"),
            IsSecret = words.ContainsKey("secret"),
            Deprecated = Value(words, "deprecated"),
            Removed = Value(words, "removed"),
        };
    }

    private static FluentdType Type(string name, Dictionary<string, string> words) => new(name)
    {
        Values = Value(words, "values") is { } values ? ValueList.From(values.Split(',')) : ValueList<string>.Empty,
        Element = Value(words, "of") is { } element ? new FluentdType(element) : null,
    };

    private bool IsThere(CatalogLine line)
    {
        Dictionary<string, string> words = Words(line, line.Keyword is "section" or "default" ? 2 : 3);
        return (Value(words, "since") is not { } since || IndexOf(since) <= IndexOf(version)) && (Value(words, "until") is not { } until || IndexOf(version) <= IndexOf(until));
    }

    private static int IndexOf(string text) => Array.IndexOf(Versions, text);

    private static Dictionary<string, string> Words(CatalogLine line, int from)
    {
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        for (int i = from; i < line.Tokens.Count; i++)
        {
            string word = line.Tokens[i].Text;
            if (Flags.Contains(word)) words[word] = "";
            else if (i + 1 < line.Tokens.Count) words[word] = line.Tokens[++i].Text;
        }

        return words;
    }

    private static string? Value(Dictionary<string, string> words, string name) => words.TryGetValue(name, out string? value) ? value : null;
}
