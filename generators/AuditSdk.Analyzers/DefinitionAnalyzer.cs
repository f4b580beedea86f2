using System.Collections.Concurrent;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers;

/// <summary>
/// Reads the documents of a kind that members marked with <c>[EmitAs]</c> return, and runs on them the checks that the build runs on the real objects. What source does not tell
/// is unknown, and no check says anything about it.
/// </summary>
public abstract class DefinitionAnalyzer : DiagnosticAnalyzer
{
    private readonly SourceTextValueProvider<CatalogFile> _catalogs = new(static text => CatalogReader.Read(text.ToString(), ""));

    private protected DefinitionAnalyzer()
    {
    }

    /// <summary>The types of the documents; a class is looked at where it has definitions of each.</summary>
    private protected abstract IReadOnlyList<INamedTypeSymbol?> RootsOf(KnownTypes known);

    /// <summary>The document of a value; null for a value that is none, or not known.</summary>
    private protected abstract LiftedDocument? Lift(Value value, string? name, SyntaxTree tree, KnownTypes known);

    /// <summary>What the checks say of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="config">The attribute of its class; null where it has none.</param>
    /// <param name="settings">What the project says.</param>
    /// <param name="cancellation">Ends it early.</param>
    private protected abstract IReadOnlyList<Finding> Check(LiftedDocument document, AttributeData? config, CheckSettings settings, CancellationToken cancellation);

    /// <summary>What the checks say of the documents of a class together.</summary>
    /// <param name="definitions">Its definitions that could be read, each with what the checks said of it alone.</param>
    /// <param name="type">The class.</param>
    /// <param name="known">The types of AuditSdk.</param>
    /// <param name="settings">What the project says.</param>
    /// <param name="cancellation">Ends it early.</param>
    private protected virtual IEnumerable<CheckedDefinition> Check(IReadOnlyCollection<CheckedDefinition> definitions, INamedTypeSymbol type, KnownTypes known, CheckSettings settings, CancellationToken cancellation) => definitions;

    /// <summary>The checks.</summary>
    private protected abstract DescriptorSet Checks { get; }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.Of(start.Compilation) is not { } known) return;
            CheckSettings settings = new(start.Options, text => start.TryGetValue(text, _catalogs, out CatalogFile? catalog) ? catalog : null);
            start.RegisterSymbolStartAction(type => Check(type, known, settings), SymbolKind.NamedType);
        });
    }

    // The definitions of a type share code, and what is wrong with that is one problem: all of them are read before anything is told.
    private void Check(SymbolStartAnalysisContext context, KnownTypes known, CheckSettings settings)
    {
        if (context.Symbol is not INamedTypeSymbol type || !RootsOf(known).All(r => type.GetMembers().Any(m => IsDefinition(m, known, r)))) return;
        ConcurrentBag<CheckedDefinition> definitions = [];
        context.RegisterOperationBlockAction(block =>
        {
            if (Check(block, known, settings) is { } definition) definitions.Add(definition);
        });
        context.RegisterSymbolEndAction(end =>
        {
            foreach (Diagnostic diagnostic in DefinitionFindings.Of(Check(definitions, type, known, settings, end.CancellationToken), Checks)) end.ReportDiagnostic(diagnostic);
        });
    }

    private CheckedDefinition? Check(OperationBlockAnalysisContext context, KnownTypes known, CheckSettings settings)
    {
        ISymbol member = context.OwningSymbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : context.OwningSymbol;
        if (!RootsOf(known).Any(r => IsDefinition(member, known, r))) return null;
        IReadOnlyList<LiftedDocument> documents = DefinitionReader.Read(
            member, context.OperationBlocks, context.Compilation, known, new LiftBudget(context.CancellationToken), (value, name, tree) => Lift(value, name, tree, known), context.CancellationToken);
        AttributeData? config = ConfigOf(member.ContainingType, known);
        return documents.Count == 0 ? null : new(member, [.. documents.Select(d => (d, Check(d, config, settings, context.CancellationToken)))]);
    }

    /// <summary>The attribute of a class; null where it has none.</summary>
    private protected static AttributeData? ConfigOf(INamedTypeSymbol type, KnownTypes known) => type.GetAttributes().FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, known.AuditConfig));

    /// <summary>True for a member whose documents of a type are emitted.</summary>
    private protected static bool IsDefinition(ISymbol member, KnownTypes known, INamedTypeSymbol? root) => member switch
    {
        IPropertySymbol property => Holds(property.Type, root),
        IMethodSymbol method => Holds(method.ReturnType, root),
        _ => false,
    } && member.GetAttributes().Any(a => KnownTypes.Is(a.AttributeClass, known.EmitAs));

    // The document itself, or in a list, a dictionary or a tuple.
    private static bool Holds(ITypeSymbol type, INamedTypeSymbol? root) => type switch
    {
        IArrayTypeSymbol array => Holds(array.ElementType, root),
        INamedTypeSymbol named => KnownTypes.Is(named, root) || named.TypeArguments.Any(a => Holds(a, root)),
        _ => false,
    };

    /// <summary>What the attribute of a class says of a target; null where it says nothing.</summary>
    private protected static string? TargetOf(AttributeData? config, string name) => config?.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value as string;
}
