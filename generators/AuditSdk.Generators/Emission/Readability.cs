using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Emission;

/// <summary>Whether code elsewhere in the same project can read a member.</summary>
internal static class Readability
{
    /// <summary>A type as people call it: with the classes around it, without namespaces.</summary>
    public static readonly SymbolDisplayFormat ShortName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>Why the member cannot be read and what to do; null where it can.</summary>
    public static string? Problem(ISymbol member)
        => OfKind(member) ?? OfTypes(member.ContainingType) ?? OfMember(member) ?? (member is IPropertySymbol property ? OfProperty(property) : OfMethod(member));

    // The attribute may also stand on an indexer, an operator, a local function or a getter.
    private static string? OfKind(ISymbol member)
        => member is IPropertySymbol { IsIndexer: true } or IMethodSymbol { MethodKind: not MethodKind.Ordinary }
            ? $"{member.Name} is neither a property nor a method of its class: mark a static property, or a static method without parameters."
            : null;

    private static string? OfTypes(INamedTypeSymbol innermost)
    {
        for (INamedTypeSymbol? type = innermost; type is not null; type = type.ContainingType)
        {
            string name = type.ToDisplayString(ShortName);
            if (type.IsFileLocal) return $"The class {name} is local to its file: remove 'file'.";
            if (type.IsGenericType) return $"The class {name} is generic: move the definition to a class without type parameters.";
            if (IsHidden(type)) return $"The class {name} is {Accessibility(type)}: make it internal or public.";
            if (IsForbidden(type)) return $"The class {name} is obsolete as an error: remove [Obsolete], or the definition.";
        }

        return null;
    }

    private static string? OfMember(ISymbol member)
    {
        if (!member.IsStatic) return $"{member.Name} is not static: make it static.";
        if (IsHidden(member)) return $"{member.Name} is {Accessibility(member)}: make it internal or public.";
        if (member.IsAbstract) return $"{member.Name} is abstract: give it a body in a class.";
        return IsForbidden(member) ? $"{member.Name} is obsolete as an error: remove [Obsolete], or the definition." : null;
    }

    private static string? OfProperty(IPropertySymbol property)
    {
        if (property.GetMethod is not { } getter) return $"{property.Name} cannot be read: give it a getter.";
        return IsHidden(getter) ? $"The getter of {property.Name} is {Accessibility(getter)}: make it internal or public." : null;
    }

    private static string? OfMethod(ISymbol member)
    {
        if (member is not IMethodSymbol method) return null;
        if (method.Parameters.Length > 0) return $"{method.Name} has parameters: write one method without parameters for each file, or return several documents with a name each.";
        return method.IsGenericMethod ? $"{method.Name} is generic: remove its type parameters." : null;
    }

    private static bool IsHidden(ISymbol symbol)
        => symbol.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Private or Microsoft.CodeAnalysis.Accessibility.Protected or Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal;

    // An error that no pragma turns off.
    private static bool IsForbidden(ISymbol symbol)
        => symbol.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute" && a.ConstructorArguments is [_, { Value: true }]);

    private static string Accessibility(ISymbol symbol) => symbol.DeclaredAccessibility switch
    {
        Microsoft.CodeAnalysis.Accessibility.Protected => "protected",
        Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };
}
