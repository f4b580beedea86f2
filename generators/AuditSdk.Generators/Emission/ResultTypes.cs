using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Emission;

/// <summary>The types that a definition may return, and as which of the registry's types each is read.</summary>
internal static class ResultTypes
{
    private const string Sequence = "System.Collections.Generic.IEnumerable<T>";

    private const string Pair = "System.Collections.Generic.KeyValuePair<TKey, TValue>";

    private static readonly string[] Documents = ["AuditSdk.Kubernetes.AuditPolicy", "AuditSdk.Fluentd.FluentdConfig"];

    /// <summary>The type to read a member as; null where a definition may not return its type.</summary>
    public static string? Of(ISymbol member)
    {
        ITypeSymbol type = Returned(member);
        if (Document(type) is { } document) return "global::" + document;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) type = nullable.TypeArguments[0];
        IEnumerable<INamedTypeSymbol> sequences = type.AllInterfaces;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself) sequences = sequences.Prepend(itself);
        return sequences.Where(i => i.OriginalDefinition.ToDisplayString() == Sequence).Select(i => NamedDocuments(i.TypeArguments[0])).FirstOrDefault(t => t is not null);
    }

    /// <summary>The sentence for a member of another type.</summary>
    public static string Problem(ISymbol member)
        => $"{member.Name} returns {Returned(member).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}: return AuditPolicy, FluentdConfig, "
            + "or several of one kind with a name each (a Dictionary<string, AuditPolicy>, or a list of (string, AuditPolicy)).";

    private static ITypeSymbol Returned(ISymbol member) => member is IMethodSymbol method ? method.ReturnType : ((IPropertySymbol)member).Type;

    private static string? Document(ITypeSymbol type)
    {
        string name = type.ToDisplayString(NullableFlowState.None);
        return Documents.FirstOrDefault(d => d == name);
    }

    private static string? NamedDocuments(ITypeSymbol element)
    {
        if (element is not INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } pair || Document(value) is not { } document) return null;
        if (pair.IsTupleType) return $"global::System.Collections.Generic.IEnumerable<(string, global::{document})>";
        return pair.OriginalDefinition.ToDisplayString() == Pair
            ? $"global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, global::{document}>>"
            : null;
    }
}
