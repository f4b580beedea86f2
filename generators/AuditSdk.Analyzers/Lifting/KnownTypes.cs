using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Analyzers.Lifting.Syntax;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>The types of AuditSdk that a compilation refers to.</summary>
internal sealed class KnownTypes
{
    private KnownTypes(Compilation compilation, INamedTypeSymbol policy)
    {
        Policy = policy;
        Names = new(compilation);
        Rule = Type(compilation, "PolicyRule");
        Level = Type(compilation, "Level");
        Stage = Type(compilation, "Stage");
        ApiGroup = Type(compilation, "ApiGroup");
        Selector = Type(compilation, "ResourceSelector");
        NamedResource = Type(compilation, "NamedResource");
        KubernetesResource = Type(compilation, "KubernetesResource");
        ResourceAttribute = Type(compilation, "KubernetesResourceAttribute");
        SystemUsers = Type(compilation, "SystemUsers");
        SystemGroups = Type(compilation, "SystemGroups");
        EmitAs = compilation.GetTypeByMetadataName("AuditSdk.EmitAsAttribute");
        AuditConfig = compilation.GetTypeByMetadataName("AuditSdk.AuditConfigAttribute");
        ValueList = compilation.GetTypeByMetadataName("AuditSdk.Semantics.Documents.ValueList`1");
        ValueLists = compilation.GetTypeByMetadataName("AuditSdk.Semantics.Documents.ValueList");
        Enumerable = compilation.GetTypeByMetadataName("System.Linq.Enumerable");
        Fluentd = FluentdTypes.Of(compilation);
    }

    /// <summary>The names in its files.</summary>
    public SourceNames Names { get; }

    public INamedTypeSymbol Policy { get; }

    public INamedTypeSymbol? Rule { get; }

    public INamedTypeSymbol? Level { get; }

    public INamedTypeSymbol? Stage { get; }

    public INamedTypeSymbol? ApiGroup { get; }

    public INamedTypeSymbol? Selector { get; }

    public INamedTypeSymbol? NamedResource { get; }

    public INamedTypeSymbol? KubernetesResource { get; }

    public INamedTypeSymbol? ResourceAttribute { get; }

    public INamedTypeSymbol? SystemUsers { get; }

    public INamedTypeSymbol? SystemGroups { get; }

    public INamedTypeSymbol? EmitAs { get; }

    public INamedTypeSymbol? AuditConfig { get; }

    public INamedTypeSymbol? ValueList { get; }

    public INamedTypeSymbol? ValueLists { get; }

    public INamedTypeSymbol? Enumerable { get; }

    /// <summary>Those of the fluentd graph.</summary>
    public FluentdTypes? Fluentd { get; }

    /// <summary>The types; null for a compilation without AuditSdk.</summary>
    public static KnownTypes? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName("AuditSdk.Kubernetes.AuditPolicy") is { } policy ? new(compilation, policy) : null;

    /// <summary>Whether an object of a type is just what was set.</summary>
    public bool IsModel(INamedTypeSymbol type) => Is(type, Rule) || Is(type, Policy) || Fluentd?.IsModel(type) == true;

    public static bool Is(ISymbol? symbol, INamedTypeSymbol? type) => type is not null && SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, type);

    /// <summary>Whether a type is a resource selector of some kind; those of a catalog are records of their own.</summary>
    public bool IsSelector(ITypeSymbol? type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (Is(t, Selector)) return true;
        }

        return false;
    }

    private static INamedTypeSymbol? Type(Compilation compilation, string name) => compilation.GetTypeByMetadataName("AuditSdk.Kubernetes." + name);
}
