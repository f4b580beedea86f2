using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>What a plugin type is known as.</summary>
internal enum PluginKnowledge
{
    /// <summary>Its schema is recorded, or the user declared it.</summary>
    Known,

    /// <summary>A gem that is not recorded brings it: any parameter may be its own.</summary>
    OfOtherGem,

    /// <summary>Nobody knows it: fluentd refuses it.</summary>
    Unknown,
}

/// <summary>The plugins that fluentd of a target has: those recorded, and those that the user declares. A schema is read when it is first asked for.</summary>
internal sealed class PluginSchemas
{
    private const string Prefix = "fluentd.schema.";

    // Lines are read once for all versions; a file holds one plugin.
    private static readonly Dictionary<string, Lazy<IReadOnlyList<CatalogLine>>> Shipped = typeof(PluginSchemas).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(n => n.Substring(Prefix.Length), n => new Lazy<IReadOnlyList<CatalogLine>>(() => CatalogLexer.Read(Text(n), new CatalogFindings(n))), StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Others = new(() => Text("gem-plugins.txt").Split('\n')
        .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).ToDictionary(w => $"{w[0]}.{w[1]}", w => w[2], StringComparer.Ordinal));

    private readonly Dictionary<string, PluginSchema?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginSchema> _declared = new(StringComparer.Ordinal);
    private readonly SchemaReader _reader;
    private readonly HashSet<string> _types;

    /// <summary>The plugins of a target.</summary>
    /// <param name="target">The fluentd.</param>
    /// <param name="declared">Catalogs of the user.</param>
    /// <param name="types">Types that the user says are there.</param>
    public PluginSchemas(FluentdTarget target, IEnumerable<CatalogFile>? declared = null, IEnumerable<string>? types = null)
    {
        _types = new(types ?? [], StringComparer.Ordinal);
        _reader = new SchemaReader(target);
        foreach (CatalogPlugin plugin in (declared ?? []).SelectMany(f => f.Plugins)) _declared[$"{plugin.Kind}.{plugin.Type}"] = DeclaredPlugin.Schema(plugin);
    }

    /// <summary>The schema of a plugin; null where there is none.</summary>
    public PluginSchema? Find(string kind, string type)
    {
        string key = $"{kind}.{type}";
        if (_declared.TryGetValue(key, out PluginSchema? declared)) return declared;
        if (!_read.TryGetValue(key, out PluginSchema? schema))
        {
            _read[key] = schema = Shipped.TryGetValue(key, out Lazy<IReadOnlyList<CatalogLine>>? lines) ? _reader.Read(lines.Value) : null;
        }

        return schema;
    }

    /// <summary>What is known of a type.</summary>
    public PluginKnowledge Knowledge(string kind, string type)
        => Find(kind, type) is not null ? PluginKnowledge.Known : _types.Contains(type) || Others.Value.ContainsKey($"{kind}.{type}") ? PluginKnowledge.OfOtherGem : PluginKnowledge.Unknown;

    /// <summary>The gem that brings a plugin; null for fluentd's own, and for one that nobody knows.</summary>
    public string? GemOf(string kind, string type) => Find(kind, type) is { } schema ? schema.Gem : Others.Value.TryGetValue($"{kind}.{type}", out string? gem) ? gem : null;

    /// <summary>Why fluentd's own plugin is not there that another fluentd has; null where there is no such plugin.</summary>
    public string? Absence(string kind, string type)
        => Knowledge(kind, type) == PluginKnowledge.Unknown && Shipped.TryGetValue($"{kind}.{type}", out Lazy<IReadOnlyList<CatalogLine>>? lines) ? _reader.Absence(lines.Value) : null;

    /// <summary>The types of a kind, to name the one that was meant.</summary>
    public IReadOnlyList<string> Types(string kind)
        => [.. Shipped.Where(s => s.Key.StartsWith(kind + ".", StringComparison.Ordinal) && _reader.Absence(s.Value.Value) is null).Select(s => s.Key).Concat(_declared.Keys).Concat(Others.Value.Keys).Where(k => k.StartsWith(kind + ".", StringComparison.Ordinal)).Select(k => k.Substring(kind.Length + 1)).Distinct().OrderBy(t => t, StringComparer.Ordinal)];

    private static string Text(string name)
    {
        using StreamReader reader = new(typeof(PluginSchemas).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
