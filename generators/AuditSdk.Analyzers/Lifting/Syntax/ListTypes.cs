using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Syntax;

/// <summary>Types of lists whose elements are those that they are made of: not sets, and not types with code of their own.</summary>
internal static class ListTypes
{
    /// <summary>Whether a collection expression of that type holds its elements as they are.</summary>
    public static bool HoldsWhatItIsMadeOf(ITypeSymbol? type, KnownTypes known) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol named when KnownTypes.Is(named, known.ValueList) || KnownTypes.Is(named, known.Fluentd?.SettingList) || KnownTypes.Is(named, known.Fluentd?.Config) => true,
        INamedTypeSymbol { ContainingNamespace: { } space, TypeArguments.Length: 1, Name: var name } => (name, space.ToDisplayString()) is
            ("List" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection", "System.Collections.Generic")
            or ("ImmutableArray" or "ImmutableList", "System.Collections.Immutable")
            or ("Span" or "ReadOnlySpan", "System"),
        _ => false,
    };

    /// <summary>Lists and dictionaries that are made with <c>new</c> and filled by their initializer.</summary>
    public static bool IsMadeWithNew(INamedTypeSymbol type)
        => (type.Name, type.TypeArguments.Length) is ("List", 1) or ("Dictionary", 2) && IsGenericCollection(type);

    /// <summary>A pair of key and value.</summary>
    public static bool IsPair(INamedTypeSymbol type) => type is { Name: "KeyValuePair", TypeArguments.Length: 2 } && IsGenericCollection(type);

    private static bool IsGenericCollection(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == "System.Collections.Generic";
}
