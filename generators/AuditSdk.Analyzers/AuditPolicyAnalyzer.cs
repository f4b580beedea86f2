using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
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
            start.RegisterOperationBlockAction(block => Check(block, known, settings));
        });
    }

    private static void Check(OperationBlockAnalysisContext context, KnownTypes known, CheckSettings settings)
    {
        ISymbol member = context.OwningSymbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : context.OwningSymbol;
        if (member is not (IPropertySymbol or IMethodSymbol) || !member.GetAttributes().Any(a => KnownTypes.Is(a.AttributeClass, known.EmitAs))) return;
        IReadOnlyList<LiftedPolicy> policies = DefinitionReader.Read(member, context.OperationBlocks, context.Compilation, known, new LiftBudget(context.CancellationToken), context.CancellationToken);
        if (policies.Count == 0) return;

        PolicyCheckOptions options = settings.For(ReleaseOf(member, known), context.CancellationToken);
        DefinitionFindings findings = new(policies, member);
        foreach (LiftedPolicy policy in policies)
        {
            foreach (Finding finding in PolicyChecks.Run(policy.Document, options, context.CancellationToken)) findings.Add(finding, policy);
        }

        foreach (Diagnostic diagnostic in findings.Diagnostics()) context.ReportDiagnostic(diagnostic);
    }

    private static string? ReleaseOf(ISymbol member, KnownTypes known) => member.ContainingType.GetAttributes()
        .FirstOrDefault(a => KnownTypes.Is(a.AttributeClass, known.AuditConfig))?.NamedArguments
        .FirstOrDefault(a => a.Key == "Kubernetes").Value.Value as string;
}
