using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.Analyzers.Lifting.Syntax;

/// <summary>How members are declared in source.</summary>
internal static class Declarations
{
    /// <summary>
    /// What gives a member its value: an initializer, an expression body, or a block. Null for a member of another assembly, and for one
    /// with a syntax error, of which half may be missing.
    /// </summary>
    public static SyntaxNode? BodyOf(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            if (declaration.ContainsDiagnostics) return null;
            SyntaxNode? body = declaration switch
            {
                MethodDeclarationSyntax method => (SyntaxNode?)method.ExpressionBody ?? method.Body,
                LocalFunctionStatementSyntax function => (SyntaxNode?)function.ExpressionBody ?? function.Body,
                PropertyDeclarationSyntax property => Getter(property) ?? property.Initializer,
                VariableDeclaratorSyntax variable => variable.Initializer,
                _ => null,
            };
            if (body is not null) return body;
        }

        return null;
    }

    /// <summary>Whether the value of a field or of a property without code is not the one that it was declared with.</summary>
    public static bool CanChange(ISymbol symbol)
    {
        if (symbol.IsStatic && symbol.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)) return true;
        return symbol switch
        {
            IFieldSymbol field => !field.IsReadOnly,
            IPropertySymbol property => property.SetMethod is { IsInitOnly: false },
            _ => false,
        };
    }

    /// <summary>Whether a property holds just what was set.</summary>
    public static bool IsAuto(IPropertySymbol property, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in property.DeclaringSyntaxReferences)
        {
            bool isAuto = reference.GetSyntax(cancellation) switch
            {
                ParameterSyntax => true,
                PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } declared => !declared.Modifiers.Any(SyntaxKind.PartialKeyword) && accessors.All(a => a.Body is null && a.ExpressionBody is null),
                _ => false,
            };
            if (!isAuto) return false;
        }

        return property.DeclaringSyntaxReferences.Length > 0;
    }

    /// <summary>The parameter of a record that makes the property, or null.</summary>
    public static IParameterSymbol? ParameterOf(IPropertySymbol property, CancellationToken cancellation)
    {
        if (property.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellation) is not ParameterSyntax) return null;
        foreach (IMethodSymbol constructor in property.ContainingType.OriginalDefinition.InstanceConstructors)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                if (parameter.Name == property.Name && parameter.DeclaringSyntaxReferences is [var declared] && declared.Span == reference.Span && declared.SyntaxTree == reference.SyntaxTree) return parameter;
            }
        }

        return null;
    }

    private static SyntaxNode? Getter(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } expression) return expression;
        AccessorDeclarationSyntax? getter = property.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        return (SyntaxNode?)getter?.ExpressionBody ?? getter?.Body;
    }
}
