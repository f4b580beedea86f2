using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>What the properties of a section's type stand for.</summary>
internal sealed class FluentdProperties
{
    private readonly Dictionary<string, FluentdProperty> _byName = new(StringComparer.Ordinal);

    public FluentdProperties(INamedTypeSymbol section, FluentdTypes types)
    {
        PluginType = types.PluginTypeOf(section);
        IsPlugin = FluentdTypes.Derives(section, types.Plugin);
        IsBuffer = FluentdTypes.Derives(section, types.BufferPlugin);
        for (INamedTypeSymbol? type = section; type is not null; type = type.BaseType)
        {
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (!_byName.ContainsKey(property.Name) && FluentdProperty.Of(property, types) is { } known) _byName.Add(property.Name, known);
            }
        }
    }

    /// <summary>The <c>@type</c>; null for a raw plugin, and for a section that is none.</summary>
    public string? PluginType { get; }

    public bool IsPlugin { get; }

    public bool IsBuffer { get; }

    /// <summary>The parameter, argument or section of a property; null for what every section has.</summary>
    public FluentdProperty? Find(string name) => _byName.TryGetValue(name, out FluentdProperty? property) ? property : null;
}

/// <summary>What a property of a section stands for.</summary>
/// <param name="Name">The name of the parameter or section; empty for the text after the section's name.</param>
/// <param name="Type">What it holds: without the question mark, and for a setting that of its value.</param>
internal sealed record FluentdProperty(string Name, INamedTypeSymbol Type)
{
    public bool IsSection { get; private init; }

    /// <summary>True for the section of a plugin that is written without its <c>@type</c>.</summary>
    public bool IsUntyped { get; private init; }

    /// <summary>By this a section knows what was set before: no parameter is called like that of a section.</summary>
    public string Key => IsSection ? Name + ">" : Name;

    public static FluentdProperty? Of(IPropertySymbol property, FluentdTypes types)
    {
        if (property.Type is not INamedTypeSymbol type) return null;
        if (type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol inner] }) type = inner;
        if (KnownTypes.Is(type, types.Setting) && type.TypeArguments is [INamedTypeSymbol value]) type = value;
        if (types.ParameterOf(property) is not { ConstructorArguments: [{ Value: string name }] } attribute) return property.Name == "SectionArgument" ? new("", type) : null;
        return new(name, type) { IsSection = Says(attribute, "IsSection"), IsUntyped = Says(attribute, "Untyped") };
    }

    private static bool Says(AttributeData attribute, string name) => attribute.NamedArguments.Any(a => a.Key == name && a.Value.Value is true);
}
