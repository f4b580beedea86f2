using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers;

/// <summary>Checks fluentd pipelines. What only a file of fluentd can have wrong, such as its syntax, has no place here; what the typed graph refuses by itself is the build's to tell.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FluentdPipelineAnalyzer : DefinitionAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfPipelines.All;

    private protected override DescriptorSet Checks => Descriptors.OfPipelines;

    private protected override IReadOnlyList<INamedTypeSymbol?> RootsOf(KnownTypes known) => [known.Fluentd?.Config];

    private protected override LiftedDocument? Lift(Value value, string? name, SyntaxTree tree, KnownTypes known) => FluentdLifter.Lift(value, name, tree, known);

    private protected override IReadOnlyList<Finding> Check(LiftedDocument document, AttributeData? config, CheckSettings settings, CancellationToken cancellation)
    {
        LiftedPipeline pipeline = (LiftedPipeline)document;
        return FluentdChecks.Run(pipeline.Root, settings.ForPipeline(TargetOf(config, "Fluentd"), pipeline.Types, cancellation), cancellation);
    }
}
