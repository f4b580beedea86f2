using AuditSdk.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.Generators;

/// <summary>
/// Finds the members marked with <c>[EmitAs]</c> and generates the registry that the build step asks, so that nothing has to be looked for by reflection.
/// A member that generated code cannot read is registered as refused, with what to do: the build step says it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class EmissionGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<RegistrySource> registry = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "AuditSdk.EmitAsAttribute",
                static (node, _) => node is PropertyDeclarationSyntax or IndexerDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax,
                static (marked, cancellation) => MarkedMember.Read(marked, cancellation))
            .WithTrackingName(TrackingNames.EmissionMembers)
            .Combine(context.CompilationProvider.Combine(context.AnalyzerConfigOptionsProvider))
            .Select(static (marked, _) => CategorySeverities.Complete(marked.Left, marked.Right.Left, marked.Right.Right))
            .WithTrackingName(TrackingNames.EmissionSeverities)
            .Collect()
            .Select(static (members, _) => RegistrySource.Of(members))
            .WithTrackingName(TrackingNames.EmissionRegistry);

        context.RegisterSourceOutput(registry, static (output, registry) =>
        {
            if (registry.Members.Count > 0) output.AddSource("AuditSdkEmissions.g.cs", registry.Write());
        });
    }
}
