using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers;

/// <summary>Checks audit policies.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuditPolicyAnalyzer : DefinitionAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfPolicies.All;

    private protected override DescriptorSet Checks => Descriptors.OfPolicies;

    private protected override IReadOnlyList<INamedTypeSymbol?> RootsOf(KnownTypes known) => [known.Policy];

    private protected override LiftedDocument? Lift(Value value, string? name, SyntaxTree tree, KnownTypes known) => PolicyLifter.Lift(value, name, tree, known);

    private protected override IReadOnlyList<Finding> Check(LiftedDocument document, AttributeData? config, CheckSettings settings, CancellationToken cancellation)
        => PolicyChecks.Run(((LiftedPolicy)document).Document, settings.For(TargetOf(config, "Kubernetes"), cancellation), cancellation);
}
