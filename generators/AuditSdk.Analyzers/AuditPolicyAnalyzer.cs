using System.Collections.Concurrent;
using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers;

/// <summary>
/// Reads the audit policies that members marked with <c>[EmitAs]</c> return, and runs on them the checks that the build runs on the real objects. What source does not tell
/// is unknown, and no check says anything about it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuditPolicyAnalyzer : DiagnosticAnalyzer
{
    private readonly SourceTextValueProvider<CatalogFile> _catalogs = new(static text => CatalogReader.Read(text.ToString(), ""));

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => PolicyDescriptors.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
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
    private static void Check(SymbolStartAnalysisContext context, KnownTypes known, CheckSettings settings)
    {
        if (context.Symbol is not INamedTypeSymbol type || !type.GetMembers().Any(m => IsDefinition(m, known))) return;
        ConcurrentBag<CheckedDefinition> definitions = [];
        context.RegisterOperationBlockAction(block =>
        {
            if (Check(block, known, settings) is { } definition) definitions.Add(definition);
        });
        context.RegisterSymbolEndAction(end =>
        {
            foreach (Diagnostic diagnostic in DefinitionFindings.Of(definitions)) end.ReportDiagnostic(diagnostic);
        });
    }

    private static CheckedDefinition? Check(OperationBlockAnalysisContext context, KnownTypes known, CheckSettings settings)
    {
        ISymbol member = context.OwningSymbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : context.OwningSymbol;
        if (!IsDefinition(member, known)) return null;
        IReadOnlyList<LiftedPolicy> policies = DefinitionReader.Read(member, context.OperationBlocks, context.Compilation, known, new LiftBudget(context.CancellationToken), context.CancellationToken);
        if (policies.Count == 0) return null;

        PolicyCheckOptions options = settings.For(ReleaseOf(member, known), context.CancellationToken);
        return new(member, [.. policies.Select(p => (p, PolicyChecks.Run(p.Document, options, context.CancellationToken)))]);
    }

    private static bool IsDefinition(ISymbol member, KnownTypes known)
        => member is IPropertySymbol or IMethodSymbol && member.GetAttributes().Any(a => KnownTypes.Is(a.AttributeClass, known.EmitAs));

    private static string? ReleaseOf(ISymbol member, KnownTypes known) => member.ContainingType.GetAttributes()
        .FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, known.AuditConfig))?.NamedArguments
        .FirstOrDefault(a => a.Key == "Kubernetes").Value.Value as string;
}
