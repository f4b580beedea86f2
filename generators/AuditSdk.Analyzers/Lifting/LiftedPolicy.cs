using System.Collections.Immutable;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>A policy that was read from source.</summary>
/// <param name="Document">The policy.</param>
/// <param name="Name">Its name among others.</param>
/// <param name="Syntax">The expression that makes it.</param>
/// <param name="RuleElements">For each rule of the document, what stands for it in a list.</param>
/// <param name="RuleNames">How findings name its rules.</param>
/// <param name="Places">Where it is written.</param>
internal sealed record LiftedPolicy(PolicyDocument Document, string? Name, SyntaxNode Syntax, IReadOnlyList<SyntaxNode> RuleElements, RuleNames RuleNames, Places Places)
    : LiftedDocument(Name, Syntax, Places.Uses, Places.Trees)
{
    public override string Kind => "policy";

    public override Finding Named(Finding finding) => RuleNames.In(finding);

    public override string ByPlace(string message) => RuleNames.ByPlace(message);

    public override string? PathForTheBuild(string? path) => RuleNames.PathForTheBuild(path);

    public override ImmutableDictionary<string, string?> PropertiesOf(Remedy? remedy) => EditProperties.Of(remedy, this);
}
