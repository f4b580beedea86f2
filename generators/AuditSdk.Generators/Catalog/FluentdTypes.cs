using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Generators.Catalog;

/// <summary>The C# types that catalogs mean.</summary>
internal static class FluentdTypes
{
    public const string Space = "global::AuditSdk.Fluentd.";

    public const string Section = Space + "Section";

    public const string Map = Space + "SettingMap";

    /// <summary>The base class of plugins of a kind; null for a kind that there is not.</summary>
    public static string? Plugin(string kind) => kind switch
    {
        "input" => Space + "InputPlugin",
        "output" => Space + "OutputPlugin",
        "filter" => Space + "FilterPlugin",
        "parser" => Space + "ParserPlugin",
        "formatter" => Space + "FormatterPlugin",
        "buffer" => Space + "BufferPlugin",
        "storage" => Space + "StoragePlugin",
        "service_discovery" => Space + "ServiceDiscoveryPlugin",
        _ => null,
    };

    public static string List(string element) => $"global::AuditSdk.Semantics.Documents.ValueList<{element}>";

    /// <summary>The enumeration of a parameter where it has one that exists, else null.</summary>
    public static string? Enum(CatalogParameter parameter, ValueList<EnumName> enums)
        => parameter is { Type: "enum", Secret: false } && enums.FirstOrDefault(e => string.Equals(e.Catalog, parameter.ValueType, StringComparison.Ordinal)) is { } found
            ? Space + found.CSharp
            : null;

    /// <summary>The type of a parameter, without the question mark.</summary>
    public static string Parameter(CatalogParameter parameter, ValueList<EnumName> enums) => parameter switch
    {
        { Secret: true } => Space + "Secret",
        { Type: "integer" } => Setting("long"),
        { Type: "float" } => Setting("double"),
        { Type: "size" } => Setting(Space + "Size"),
        { Type: "time" } => Setting(Space + "Duration"),
        { Type: "bool" } => Setting("bool"),
        { Type: "enum" } => Setting(Enum(parameter, enums) ?? "string"),
        { Type: "array", ValueType: "integer" } => $"{Space}SettingList<long>",
        { Type: "array" } => $"{Space}SettingList<string>",
        { Type: "hash" } => Map,
        { Type: "regexp" } => Space + "Regexp",
        { Type: "label" } => Space + "Label",
        _ => Setting("string"),
    };

    /// <summary>The type of a section's argument, without the question mark.</summary>
    public static string Argument(CatalogParameter argument, ValueList<EnumName> enums) => Setting(Enum(argument, enums) ?? "string");

    private static string Setting(string type) => $"{Space}Setting<{type}>";
}
