using System.Collections.Immutable;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>A pipeline that was read from source.</summary>
/// <param name="Root">The root of its tree.</param>
/// <param name="Name">Its name among others.</param>
/// <param name="Syntax">The expression that makes it.</param>
/// <param name="Types">Types of plugins that it uses without a class of their own: who writes one says that it is there.</param>
/// <param name="Lines">The lines that the real objects have recorded.</param>
/// <param name="Places">Where it is written.</param>
internal sealed record LiftedPipeline(FluentdElement Root, string? Name, SyntaxNode Syntax, IReadOnlyCollection<string> Types, BuildLines Lines, Places Places)
    : LiftedDocument(Name, Syntax, Places.Uses, Places.Trees)
{
    public override string Kind => "pipeline";

    public override ImmutableDictionary<string, string?> PropertiesOf(Remedy? remedy) => EditProperties.Of(remedy, this);

    public override string? PathForTheBuild(string? path) => path is null ? null : Lines.PathForTheBuild(path, Root);
}
