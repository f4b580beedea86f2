using System.Globalization;
using AuditSdk.Generators.CSharp;
using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Generators.Catalog;

/// <summary>What IntelliSense shows of plugins: the catalog's sentence where there is one, then what the type does not say.</summary>
internal static class PluginDocs
{
    public static string Plugin(CatalogPlugin plugin)
    {
        List<string> sentences = Begin(plugin.Body.Summary);
        if (plugin.Kind == "system") sentences.Add("The settings of the fluentd process.");
        else sentences.Add($"The {CSharpText.Xml(plugin.Kind.Replace('_', ' '))} plugin {CSharpText.Code(plugin.Type)}{(plugin.Gem is null ? "" : $" of the gem {CSharpText.Code(plugin.Gem)}")}.");
        if (plugin.Since is not null) sentences.Add($"Since fluentd {CSharpText.Xml(plugin.Since)}.");
        return string.Join(" ", sentences);
    }

    public static string Argument(CatalogParameter argument) => Describe(argument, "The text after the section's name");

    public static string Parameter(CatalogParameter parameter) => Describe(parameter, CSharpText.Code(parameter.Name));

    public static string Section(CatalogSection section)
    {
        List<string> sentences = Begin(section.Body.Summary);
        sentences.Add($"{CSharpText.Code($"<{section.Name}>")}: {Holds(section)}{(section.Multi ? ", any number of them" : "")}.");
        if (section.Required) sentences.Add("Required.");
        AddVersions(sentences, section.Since, section.Before);
        return string.Join(" ", sentences);
    }

    public static string SectionType(CatalogSection section)
        => string.Join(" ", [.. Begin(section.Body.Summary), $"What is inside {CSharpText.Code($"<{section.Name}>")}."]);

    /// <summary>Why a parameter is obsolete and what to do; null where it is not.</summary>
    public static string? Obsolete(CatalogParameter parameter)
    {
        string about = parameter.Summary is { Length: > 0 } summary ? " " + summary : "";
        if (parameter.Removed is { } version) return $"fluentd refuses '{parameter.Name}' since {version}.{about}";
        if (parameter.Legacy) return $"'{parameter.Name}' is a flat parameter of fluentd 0.12, which fluentd moves into a section when it starts; set it in the section.{about}";
        return parameter.Deprecated ? $"'{parameter.Name}' is deprecated: fluentd takes it with a warning.{about}" : null;
    }

    private static string Describe(CatalogParameter parameter, string name)
    {
        List<string> sentences = Begin(parameter.Summary);
        sentences.Add($"{name}: {Kind(parameter)}.");
        if (parameter.Required) sentences.Add("Required.");
        if (parameter.Default is { } value) sentences.Add($"Default: {Default(parameter.Type, value)}.");
        if (parameter.Alias is { } alias) sentences.Add($"Also {CSharpText.Code(alias)}.");
        AddVersions(sentences, parameter.Since, parameter.Before);
        if (parameter.Removed is { } removed) sentences.Add($"Refused since fluentd {CSharpText.Xml(removed)}.");
        return string.Join(" ", sentences);
    }

    private static string Kind(CatalogParameter parameter) => parameter switch
    {
        { Secret: true } => "a secret",
        { Type: "integer" } => "a whole number",
        { Type: "float" } => "a number",
        { Type: "size" } => "a size in bytes",
        { Type: "time" } => "a length of time",
        { Type: "bool" } => "true or false",
        { Type: "enum" } => "a word of a fixed set",
        { Type: "array", ValueType: "integer" } => "a list of whole numbers",
        { Type: "array" } => "a list",
        { Type: "hash" } => "names with values",
        { Type: "regexp" } => "a regular expression",
        { Type: "symbol" } => "a word",
        { Type: "label" } => "a label, where events go on",
        _ => "text",
    };

    private static string Holds(CatalogSection section) => section switch
    {
        { FreeForm: true } => "keys of your own with their values",
        { PluginKind: { } kind, Untyped: true } => $"the parameters of {Article(kind)} plugin, written without its type",
        { PluginKind: { } kind } => $"{Article(kind)} plugin",
        _ => "a section of its own",
    };

    private static string Default(string type, string value)
    {
        if (value.Length == 0) return "the empty text";
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number)) return CSharpText.Code(value);
        return type switch
        {
            "time" => CSharpText.Code(value) + " seconds",
            "size" when number > 0 && number % (1L << 30) == 0 => CSharpText.Code(Number(number >> 30)) + " GiB",
            "size" when number > 0 && number % (1L << 20) == 0 => CSharpText.Code(Number(number >> 20)) + " MiB",
            "size" when number > 0 && number % (1L << 10) == 0 => CSharpText.Code(Number(number >> 10)) + " KiB",
            "size" => CSharpText.Code(value) + " bytes",
            _ => CSharpText.Code(value),
        };
    }

    private static string Article(string kind) => (kind is "input" or "output" ? "an " : "a ") + CSharpText.Xml(kind.Replace('_', ' '));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<string> Begin(string? summary) => string.IsNullOrWhiteSpace(summary) ? [] : [CSharpText.Xml(summary!)];

    private static void AddVersions(List<string> sentences, string? since, string? before)
    {
        if (since is not null) sentences.Add($"Since fluentd {CSharpText.Xml(since)}.");
        if (before is not null) sentences.Add($"Gone since fluentd {CSharpText.Xml(before)}.");
    }
}
