using AuditSdk.Analyzers.Lifting.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>
/// Whether anything else can write what a member, a parameter or a local holds. Its value is known only if nothing can: no setter and no static constructor, no assignment,
/// and for a list or an array no use but those that only read it, wherever it goes on under another name.
/// </summary>
internal sealed class Writes(KnownTypes known, Func<SyntaxTree, SemanticModel> modelOf, CancellationToken cancellation)
{
    private readonly Dictionary<ISymbol, bool> _answers = new(SymbolEqualityComparer.Default);

    public bool CanChange(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (_answers.TryGetValue(symbol, out bool answer)) return answer;
        _answers[symbol] = false; // Until it is known, for one that goes round.
        return _answers[symbol] = Declarations.CanChange(symbol) || ScopeOf(symbol).DeclaringSyntaxReferences.IsEmpty || UsesOf(symbol).Any(use => IsWrite(use, symbol));
    }

    private IEnumerable<ExpressionSyntax> UsesOf(ISymbol symbol)
    {
        bool isLocal = symbol is ILocalSymbol or IParameterSymbol;
        if (!isLocal && !IsWritable(TypeOf(symbol))) return [];
        return isLocal || symbol.DeclaredAccessibility == Accessibility.Private ? known.Names.In(ScopeOf(symbol), symbol.Name, cancellation) : known.Names.Everywhere(symbol.Name, cancellation);
    }

    // A primary constructor's parameters are seen by every member of its type.
    private static ISymbol ScopeOf(ISymbol symbol) => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } ? symbol.ContainingType : symbol.ContainingSymbol;

    private bool IsWrite(ExpressionSyntax use, ISymbol symbol)
    {
        bool isWrite = symbol is ILocalSymbol or IParameterSymbol && IsAssigned(use) || IsWritable(TypeOf(symbol)) && !IsOnlyRead(use);
        return isWrite && SymbolEqualityComparer.Default.Equals(ModelOf(use).GetSymbolInfo(use, cancellation).Symbol?.OriginalDefinition, symbol);
    }

    private static bool IsAssigned(ExpressionSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        PrefixUnaryExpressionSyntax change => change.RawKind is (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression,
        PostfixUnaryExpressionSyntax change => change.RawKind is (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression || IsAssigned(change),
        ParenthesizedExpressionSyntax whole => IsAssigned(whole),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsAssigned(tuple),
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind is (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword,
        RefExpressionSyntax => true,
        _ => false,
    };

    private bool IsOnlyRead(ExpressionSyntax list)
    {
        switch (list.Parent)
        {
            case MemberAccessExpressionSyntax access when access.Name == list:
                return IsOnlyRead(access);
            case MemberAccessExpressionSyntax access:
                return IsReader(access.Name.Identifier.ValueText);
            case InvocationExpressionSyntax call:
                return IsOnlyRead(call);
            case ParenthesizedExpressionSyntax or CastExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or ConditionalExpressionSyntax:
                return IsOnlyRead((ExpressionSyntax)list.Parent);
            case ElementAccessExpressionSyntax element when element.Expression == list:
                return !IsAssigned(PartOf(element)) && (!IsWritable(ModelOf(element).GetTypeInfo(element, cancellation).Type) || IsOnlyRead(element));
            case AssignmentExpressionSyntax assignment when assignment.Left == list: // Another list instead, which others ask about.
            case SpreadElementSyntax or CommonForEachStatementSyntax or FromClauseSyntax or NameColonSyntax:
                return true;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } }:
                return true;
            default:
                return ModelOf(list).GetTypeInfo(list, cancellation).ConvertedType is { } type && !IsWritable(type) || GoesOnUnwritten(list);
        }
    }

    // A tuple in a list has fields that can be assigned.
    private static ExpressionSyntax PartOf(ExpressionSyntax element) => element.Parent is MemberAccessExpressionSyntax access && access.Expression == element ? PartOf(access) : element;

    // Under another name it is the same list.
    private bool GoesOnUnwritten(ExpressionSyntax list) => list.Parent switch
    {
        EqualsValueClauseSyntax { Parent: { } declaration } => ModelOf(list).GetDeclaredSymbol(declaration, cancellation) is { } declared && !CanChange(declared),
        AssignmentExpressionSyntax assignment => assignment.Right == list && ModelOf(list).GetSymbolInfo(assignment.Left, cancellation).Symbol is { } assigned && !CanChange(assigned),
        ArgumentSyntax argument => ModelOf(list).GetOperation(argument, cancellation) is IArgumentOperation { Parameter: { } parameter } && (parameter.Locations.Any(l => l.IsInSource) ? !CanChange(parameter) && !PropertiesOf(parameter).Any(CanChange) : OnlyReads(parameter.ContainingType)),
        ArrowExpressionClauseSyntax or ReturnStatementSyntax => Returning(list) is { } member && !CanChange(member),
        _ => false,
    };

    // A record keeps what its constructor gets.
    private static IEnumerable<ISymbol> PropertiesOf(IParameterSymbol parameter) => parameter.ContainingType is { IsRecord: true } type ? type.GetMembers(parameter.Name).OfType<IPropertySymbol>() : [];

    private ISymbol? Returning(ExpressionSyntax list)
        => list.Ancestors().FirstOrDefault(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is { } member and not AnonymousFunctionExpressionSyntax
            ? ModelOf(list).GetDeclaredSymbol(member, cancellation)
            : null;

    private bool OnlyReads(INamedTypeSymbol type) => KnownTypes.Is(type, known.Enumerable) || ListTypes.IsMadeWithNew(type) || type.ContainingNamespace?.ToDisplayString().StartsWith("AuditSdk", StringComparison.Ordinal) == true;

    private bool IsReader(string member) => member is "Length" or "Keys" or "Values" or "ContainsKey" or "TryGetValue" or "IndexOf" or "Exists"
        || member != "Reverse" && known.Enumerable?.GetMembers(member).IsEmpty == false;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static bool IsWritable(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol or ITypeParameterSymbol or IDynamicTypeSymbol or { SpecialType: SpecialType.System_Object or SpecialType.System_Array } => true,
        INamedTypeSymbol { ContainingNamespace: { } space, Name: var name } => (space.ToDisplayString(), name) switch
        {
            ("System.Collections.Generic", "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "IReadOnlyDictionary" or "KeyValuePair") => false,
            ("System", "Span" or "Memory") or ("System.Collections.Generic" or "System.Collections", _) => true,
            _ => false,
        },
        _ => false,
    };

    private SemanticModel ModelOf(SyntaxNode node) => modelOf(node.SyntaxTree);
}
