using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Plugins;

/// <summary>A plugin of a catalog that the user wrote: its parameters are known, what its code does with them is not.</summary>
internal static class DeclaredPlugin
{
    public static PluginSchema Schema(CatalogPlugin plugin) => new(plugin.Kind, plugin.Type) { Gem = plugin.Gem, IsComplete = false, Body = Body(plugin.Body, "") };

    private static SectionSchema Body(CatalogBody body, string name) => new()
    {
        Name = name,
        Argument = body.Argument is null ? null : Parameter(body.Argument),
        Parameters = [.. body.Parameters.Select(Parameter)],
        Sections = [.. body.Sections.Select(Section)],
    };

    // A section that holds a plugin is read by the plugin inside.
    private static SectionSchema Section(CatalogSection section)
        => Body(section.Body, section.Name) with { IsRequired = section.Required, IsMulti = section.Multi, IsOpen = section.FreeForm || section.PluginKind is not null };

    private static ParameterSchema Parameter(CatalogParameter parameter) => new(parameter.Name, Type(parameter))
    {
        HasDefault = !parameter.Required,
        Default = parameter.Default,
        Alias = parameter.Alias,
        IsSecret = parameter.Secret,
        Deprecated = parameter.Deprecated ? "" : null,
        Removed = parameter.Removed is null ? null : "",
    };

    // The catalog of one plugin does not hold the values of its enumerations; whoever declares one types it in C#.
    private static FluentdType Type(CatalogParameter parameter) => new(parameter.Type is "enum" or "label" ? "string" : parameter.Type)
    {
        Element = parameter.Type is "array" or "hash" && parameter.ValueType is { } element ? new FluentdType(element) : null,
        Values = ValueList<string>.Empty,
    };
}
