using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Lifting.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers;

/// <summary>Checks the policy of a class with its pipelines. Which documents of a fleet belong together is the build's to see: here a class has one policy.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuditConfigAnalyzer : DefinitionAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfPairs.All;

    private protected override DescriptorSet Checks => Descriptors.OfPairs;

    private protected override IReadOnlyList<INamedTypeSymbol?> RootsOf(KnownTypes known) => [known.Policy, known.Fluentd?.Config];

    private protected override LiftedDocument? Lift(Value value, string? name, SyntaxTree tree, KnownTypes known)
        => PolicyLifter.Lift(value, name, tree, known) ?? (LiftedDocument?)FluentdLifter.Lift(value, name, tree, known);

    private protected override IReadOnlyList<Finding> Check(LiftedDocument document, AttributeData? config, CheckSettings settings, CancellationToken cancellation) => [];

    private protected override IEnumerable<CheckedDefinition> Check(IReadOnlyCollection<CheckedDefinition> definitions, INamedTypeSymbol type, KnownTypes known, CheckSettings settings, CancellationToken cancellation)
    {
        if (type.GetMembers().Count(m => IsDefinition(m, known, known.Policy)) != 1) yield break;
        if (definitions.FirstOrDefault(d => d.Documents is [(LiftedPolicy { Name: null }, _)]) is not { } owner) yield break;
        LiftedPolicy policy = (LiftedPolicy)owner.Documents[0].Document;
        AttributeData? config = ConfigOf(type, known);
        foreach (CheckedDefinition definition in definitions)
        {
            if (definition.Documents is not [(LiftedPipeline { Name: null } pipeline, _)]) continue;
            PipelineCheckOptions options = new()
            {
                Policy = settings.For(TargetOf(config, "Kubernetes"), cancellation),
                Pipeline = settings.ForPipeline(TargetOf(config, "Fluentd"), pipeline.Types, cancellation),
                AuditLog = settings.AuditLog(config),
            };
            ILookup<bool, Finding> found = PipelineChecks.Run(policy.Document, pipeline.Root, options, cancellation).ToLookup(f => f.Origin.File is null);

            // What is in neither is told at the policy, as the build does.
            yield return new CheckedDefinition(owner.Member, [(policy, [.. found[true]])]);
            yield return new CheckedDefinition(definition.Member, [(pipeline, [.. found[false]])]);
        }
    }
}
