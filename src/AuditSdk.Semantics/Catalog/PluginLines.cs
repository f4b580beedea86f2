using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Catalog;

/// <summary>Reads what a catalog says about fluentd: enumerations, plugins, and what it adds to plugins of other catalogs.</summary>
internal sealed class PluginLines(CatalogFindings findings)
{
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    public List<CatalogEnum> Enums { get; } = [];

    public List<CatalogPlugin> Plugins { get; } = [];

    public List<CatalogPlugin> Extensions { get; } = [];

    public void ReadEnum(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        string name = words.Word("a C# name in Pascal case", CatalogNaming.IsClrName);
        List<CatalogEnumValue> values = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        do
        {
            string[] parts = words.Word("a value, or a value with the version that brought it (zstd@1.19), that is not in the line yet", t => IsNewValue(t, seen)).Split('@');
            values.Add(new CatalogEnumValue(parts[0], parts.Length > 1 ? parts[1] : null));
        }
        while (!words.Failed && !words.AtEnd);
        Declare(words, line, "enum " + name, $"Enum {name}");
        words.NoChildren();
        if (!words.Failed) Enums.Add(new CatalogEnum(name, ValueList.From(values)));
    }

    public void ReadPlugin(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        (string kind, string type) = Head(words);
        words.Attributes(CatalogAttribute.As, new("gem", "the name of a gem", CatalogWords.IsFluentdName), CatalogAttribute.Since);
        Declare(words, line, $"plugin {kind} {type}", $"Plugin {kind} {CatalogFindings.Quote(type)}");
        string className = words.Value("as") ?? CatalogNaming.PluginClass(kind, type);
        if (!words.Failed && CatalogReserved.PluginClass.Contains(className)) words.Fail(line.Tokens[1].Column, $"A plugin cannot have the C# name {className}, which a member of it has; choose another after 'as'.");
        Declare(words, line, "class " + className, $"The C# class {className}");
        if (words.Failed) return;
        Plugins.Add(new CatalogPlugin
        {
            Kind = kind,
            Type = type,
            ClassName = className,
            Gem = words.Value("gem"),
            Since = words.Value("since"),
            Body = new BodyLines(findings).Read(line, kind, className),
            Line = line.Number,
        });
    }

    public void ReadExtension(CatalogLine line)
    {
        CatalogWordReader words = new(line, findings);
        (string kind, string type) = Head(words);
        words.Attributes();
        Declare(words, line, $"extend {kind} {type}", $"An extension of {kind} {CatalogFindings.Quote(type)}");
        if (words.Failed) return;
        Extensions.Add(new CatalogPlugin { Kind = kind, Type = type, Body = new BodyLines(findings).Read(line, kind, null), Line = line.Number });
    }

    private static (string Kind, string Type) Head(CatalogWordReader words)
        => (words.OneOf("a kind of plugin", CatalogWords.PluginKinds), words.Word("the @type of a plugin", CatalogWords.IsFluentdName));

    private static bool IsNewValue(string text, HashSet<string> seen)
    {
        string[] parts = text.Split('@');
        return parts.Length <= 2 && CatalogWords.IsEnumValue(parts[0]) && (parts.Length == 1 || CatalogWords.IsVersion(parts[1])) && seen.Add(parts[0]);
    }

    private void Declare(CatalogWordReader words, CatalogLine line, string key, string what)
    {
        if (!words.Failed && !_declared.Add(key)) words.Fail(line.Tokens[1].Column, $"{what} is declared twice in the file; keep one.");
    }
}
