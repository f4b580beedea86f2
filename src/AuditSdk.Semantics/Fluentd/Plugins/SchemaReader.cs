using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>Reads the lines of a schema as the fluentd of a target has them.</summary>
/// <param name="target">The fluentd.</param>
/// <remarks>
/// A name has a line for each run of releases that declare it alike. It is there where every fluentd of the target has one of them: what any of them cannot take is refused. Of
/// several the newest says what it is, its type and default among it; of an enum only the values stay that each of them has.
/// </remarks>
internal sealed class SchemaReader(FluentdTarget target)
{
    private static readonly string[] Flags = ["required", "init", "multi", "nil", "computed", "secret", "old-api", "single-worker"];

    /// <summary>The plugin in the lines of its file; null where not every fluentd of the target has it.</summary>
    public PluginSchema? Read(IReadOnlyList<CatalogLine> lines)
    {
        if (Absence(lines) is not null) return null;
        CatalogLine line = lines.Last(l => SpanOf(l).Meets(target));
        Dictionary<string, string> words = Words(line, 3);
        return new PluginSchema(line.Tokens[1].Text, line.Tokens[2].Text)
        {
            ClassName = Value(words, "class"),
            Gem = Value(words, "gem"),
            IsOldApi = words.ContainsKey("old-api"),
            IsMultiWorker = !words.ContainsKey("single-worker"),
            Emits = Value(words, "emits")?.Split(','),
            Helpers = Value(words, "helpers")?.Split(',') ?? [],
            Body = Body(Children(lines), ""),
        };
    }

    /// <summary>Why the plugin in the lines of its file is not there; null where it is.</summary>
    public string? Absence(IReadOnlyList<CatalogLine> lines) => lines.Select(SpanOf).Aggregate((a, b) => a.With(b)) is var span && span.Covers(target) ? null : span.Absence(target);

    private SectionSchema Section(CatalogLine line)
    {
        Dictionary<string, string> words = Words(line, 2);
        return Body(line.Children, line.Tokens[1].Text) with
        {
            Alias = Value(words, "alias"),
            IsRequired = words.ContainsKey("required"),
            IsInit = words.ContainsKey("init"),
            IsMulti = words.ContainsKey("multi"),
        };
    }

    // What the newest line of a plugin has inside, and behind it what only older ones have.
    private List<CatalogLine> Children(IReadOnlyList<CatalogLine> lines)
    {
        List<CatalogLine> children = [];
        foreach (CatalogLine line in lines.Where(l => SpanOf(l).Meets(target)).Reverse()) children.AddRange([.. line.Children.Where(c => !children.Exists(o => KeyOf(o) == KeyOf(c)))]);
        return children;
    }

    private static (string Keyword, string Name) KeyOf(CatalogLine line) => (line.Keyword, line.Tokens[1].Text);

    private SectionSchema Body(IReadOnlyCollection<CatalogLine> children, string name)
    {
        Dictionary<string, string> absences = new(StringComparer.Ordinal);
        List<CatalogLine[]> there = [];
        foreach (IGrouping<(string Keyword, string Name), CatalogLine> lines in children.GroupBy(KeyOf))
        {
            CatalogLine[] met = [.. lines.Where(l => SpanOf(l).Meets(target))];
            Lifespan span = lines.Concat(SuccessorsOf(lines.Key, children)).Select(SpanOf).Aggregate((a, b) => a.With(b));
            if (met.Length > 0 && span.Covers(target)) there.Add(met);
            else absences[lines.Key.Name] = span.Absence(target);
        }

        return new SectionSchema
        {
            Name = name,
            Argument = there.Find(l => l[0].Keyword == "argument") is { } argument ? Parameter(argument) : null,
            Parameters = [.. there.Where(l => l[0].Keyword == "param").Select(Parameter)],
            Sections = [.. there.Where(l => l[0].Keyword == "section").Select(l => Section(l[l.Length - 1]))],
            Defaults = there.Where(l => l[0].Keyword == "default").ToDictionary(l => l[0].Tokens[1].Text, l => l[0].Tokens[2].Text, StringComparer.Ordinal),
            Absences = absences,
        };
    }

    // A parameter that became another name of a new one is still read.
    private static IEnumerable<CatalogLine> SuccessorsOf((string Keyword, string Name) key, IEnumerable<CatalogLine> siblings)
        => key.Keyword == "param" ? siblings.Where(l => l.Keyword == "param" && Value(Words(l, 3), "alias") == key.Name) : [];

    private static ParameterSchema Parameter(CatalogLine[] lines)
    {
        ParameterSchema newest = Parameter(lines[lines.Length - 1]);
        if (lines.Length == 1 || newest.Type.Name != "enum") return newest;
        IEnumerable<ValueList<string>> others = lines.Select(l => Parameter(l).Type.Values).ToArray();
        return newest with { Type = newest.Type with { Values = ValueList.From(newest.Type.Values.Where(v => others.All(o => o.Contains(v)))) } };
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

    private static Lifespan SpanOf(CatalogLine line)
    {
        Dictionary<string, string> words = Words(line, line.Keyword is "section" or "default" ? 2 : 3);
        return new(Value(words, "since") is { } since ? Version.Parse(since) : null, Value(words, "before") is { } before ? Version.Parse(before) : null);
    }

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
