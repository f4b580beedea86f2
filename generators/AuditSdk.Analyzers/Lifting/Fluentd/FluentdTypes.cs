using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>The types of the fluentd graph that a compilation refers to, and what their attributes say.</summary>
internal sealed class FluentdTypes
{
    private const string Space = "AuditSdk.Fluentd.";

    private readonly INamedTypeSymbol?[] _settings;
    private readonly INamedTypeSymbol?[] _values;
    private readonly INamedTypeSymbol? _parameterAttribute;
    private readonly INamedTypeSymbol? _pluginAttribute;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _models = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, FluentdProperties> _properties = new(SymbolEqualityComparer.Default);

    private FluentdTypes(Compilation compilation, INamedTypeSymbol config)
    {
        Config = config;
        Directive = Type(compilation, "Directive");
        Section = Type(compilation, "Section");
        Plugin = Type(compilation, "Plugin");
        BufferPlugin = Type(compilation, "BufferPlugin");
        Setting = Type(compilation, "Setting`1");
        SettingList = Type(compilation, "SettingList`1");
        SettingMap = Type(compilation, "SettingMap");
        Regexp = Type(compilation, "Regexp");
        Secret = Type(compilation, "Secret");
        RubyText = Type(compilation, "RubyText");
        Label = Type(compilation, "Label");
        ChunkKey = Type(compilation, "ChunkKey");
        Size = Type(compilation, "Size");
        Duration = Type(compilation, "Duration");
        Units = Type(compilation, "Units");
        Values = Type(compilation, "Values");
        TimeSpan = compilation.GetTypeByMetadataName("System.TimeSpan");
        _parameterAttribute = Type(compilation, "FluentdParameterAttribute");
        _pluginAttribute = Type(compilation, "FluentdPluginAttribute");
        _settings = [Setting, SettingList, Regexp, Secret, ChunkKey];
        _values = [Label, ChunkKey, Size, Duration];
    }

    public INamedTypeSymbol Config { get; }

    public INamedTypeSymbol? Directive { get; }

    public INamedTypeSymbol? Section { get; }

    public INamedTypeSymbol? Plugin { get; }

    public INamedTypeSymbol? BufferPlugin { get; }

    public INamedTypeSymbol? Setting { get; }

    public INamedTypeSymbol? SettingList { get; }

    public INamedTypeSymbol? SettingMap { get; }

    public INamedTypeSymbol? Regexp { get; }

    public INamedTypeSymbol? Secret { get; }

    public INamedTypeSymbol? RubyText { get; }

    public INamedTypeSymbol? Label { get; }

    public INamedTypeSymbol? ChunkKey { get; }

    public INamedTypeSymbol? Size { get; }

    public INamedTypeSymbol? Duration { get; }

    public INamedTypeSymbol? Units { get; }

    public INamedTypeSymbol? Values { get; }

    public INamedTypeSymbol? TimeSpan { get; }

    /// <summary>The types; null for a compilation without them.</summary>
    public static FluentdTypes? Of(Compilation compilation) => Type(compilation, "FluentdConfig") is { } config ? new(compilation, config) : null;

    /// <summary>Whether a type turns other values into parameters by its conversions.</summary>
    public bool Converts(INamedTypeSymbol type) => _settings.Any(s => KnownTypes.Is(type, s));

    /// <summary>Whether an object is just what was set: of the library, or generated from a catalog. A class that a user derives may do anything.</summary>
    public bool IsModel(INamedTypeSymbol type) => _models.GetOrAdd(type, t => (KnownTypes.Is(t, Config) || _values.Any(v => KnownTypes.Is(t, v)) || Derives(t, Directive) || Derives(t, Section)) && IsOurs(t));

    /// <summary>Whether a type is another or derives from it.</summary>
    public static bool Derives(ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (KnownTypes.Is(t, ancestor)) return true;
        }

        return false;
    }

    /// <summary>What the properties of a section's type stand for.</summary>
    public FluentdProperties PropertiesOf(INamedTypeSymbol section) => _properties.GetOrAdd(section, s => new FluentdProperties(s, this));

    /// <summary>What an attribute says of a property; null for a property without.</summary>
    public AttributeData? ParameterOf(IPropertySymbol property) => property.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, _parameterAttribute));

    /// <summary>The type of a plugin that a class stands for; null for a raw plugin, and for a section that is none.</summary>
    public string? PluginTypeOf(INamedTypeSymbol section)
        => section.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, _pluginAttribute)) is { ConstructorArguments: [{ Value: string type }] } ? type : null;

    private bool IsOurs(INamedTypeSymbol type)
        => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Config.ContainingAssembly)
            || type.DeclaringSyntaxReferences is { Length: > 0 } declared && declared.All(d => d.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    private static INamedTypeSymbol? Type(Compilation compilation, string name) => compilation.GetTypeByMetadataName(Space + name);
}
