using AuditSdk.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>
/// How often the definitions of a solution evaluate a place. A place may be edited only where exactly one evaluation of exactly one definition reaches it: an edit of what
/// two rules or two policies share changes the other one too. Tests and other code that no definition runs through do not count.
/// </summary>
internal sealed class Evaluations(Solution solution, CancellationToken cancellation)
{
    private const int Many = 2;

    private readonly Dictionary<ISymbol, int> _counts = new(SymbolEqualityComparer.Default);

    public async Task<bool> IsOneAsync(SyntaxNode place, SemanticModel model) => await CountAsync(place, model).ConfigureAwait(false) == 1;

    private async Task<int> CountAsync(SyntaxNode place, SemanticModel model)
    {
        bool isRepeated = false;
        foreach (SyntaxNode around in place.Ancestors())
        {
            switch (around)
            {
                case GlobalStatementSyntax:
                    return 0;
                case VariableDeclaratorSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax when model.GetDeclaredSymbol(around, cancellation) is { } declared:
                    int count = await CountAsync(declared).ConfigureAwait(false);
                    return count == 1 && (isRepeated || declared is IMethodSymbol { Parameters.Length: > 0 }) ? Many : count;
                case ConstructorDeclarationSyntax constructor when !constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return model.GetDeclaredSymbol(constructor, cancellation) is { } made && await CountAsync(made).ConfigureAwait(false) == 0 ? 0 : Many;
                case MemberDeclarationSyntax:
                    return Many;
                default:
                    isRepeated |= Repeats(around, model);
                    break;
            }
        }

        return Many;
    }

    private async Task<int> CountAsync(ISymbol declared)
    {
        if (_counts.TryGetValue(declared, out int known)) return known;
        _counts[declared] = Many; // Until it is known, for one that asks for itself.
        int count = declared.GetAttributes().Any(a => a.AttributeClass is { Name: "EmitAsAttribute" } type && type.ContainingNamespace.ToDisplayString() == "AuditSdk") ? 1 : 0;
        foreach ((SyntaxNode use, SemanticModel model) in await UsesAsync(declared).ConfigureAwait(false))
        {
            if (count < Many) count += await CountAsync(use, model).ConfigureAwait(false);
        }

        return _counts[declared] = Math.Min(count, Many);
    }

    // A file that several projects share is one.
    private async Task<IEnumerable<(SyntaxNode Use, SemanticModel Model)>> UsesAsync(ISymbol declared)
    {
        IEnumerable<ReferencedSymbol> found = await SymbolFinder.FindReferencesAsync(declared, solution, cancellation).ConfigureAwait(false);
        List<(SyntaxNode Use, SemanticModel Model)> uses = [];
        foreach (ReferenceLocation location in found.SelectMany(f => f.Locations).GroupBy(l => (l.Document.FilePath, l.Location.SourceSpan)).Select(g => g.First()))
        {
            SyntaxNode? root = await location.Document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            SemanticModel? model = await location.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            if (root is not null && model is not null && root.FindToken(location.Location.SourceSpan.Start) is { Parent: { } name } token && token.Span.Contains(location.Location.SourceSpan.Start)) uses.Add((Whole(name), model));
        }

        return uses;
    }

    /// <summary>Of the name of a member all of what is said with it: <c>Shared.Of("x")</c>.</summary>
    private static SyntaxNode Whole(SyntaxNode name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => Whole(access),
        InvocationExpressionSyntax call when call.Expression == name => call,
        _ => name,
    };

    // What code of the user's own gets, it may use more than once; and a function runs for each thing that it is called with.
    private bool Repeats(SyntaxNode around, SemanticModel model) => around switch
    {
        AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
        InvocationExpressionSyntax call => !IsOurs(model.GetSymbolInfo(call, cancellation).Symbol) && (IsOwn(model.GetSymbolInfo(call, cancellation).Symbol) || call.ArgumentList.Arguments.Any(a => IsFunction(a, model))),
        BaseObjectCreationExpressionSyntax or WithExpressionSyntax => model.GetTypeInfo(around, cancellation).Type is var type && !IsOurs(type) && IsOwn(type),
        _ => false,
    };

    private static bool IsOurs(ISymbol? symbol) => KubernetesNames.IsOurs(symbol) || FluentdCode.IsOurs(symbol);

    private static bool IsOwn(ISymbol? symbol) => symbol is null || symbol.Locations.Any(l => l.IsInSource);

    private bool IsFunction(ArgumentSyntax argument, SemanticModel model) => model.GetTypeInfo(argument.Expression, cancellation).ConvertedType is { TypeKind: TypeKind.Delegate };
}
