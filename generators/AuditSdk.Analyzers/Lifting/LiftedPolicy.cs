using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>A policy that was read from source.</summary>
/// <param name="Document">The policy.</param>
/// <param name="Name">The name that it has among others of its definition; null where it is the only one, or the name is not known.</param>
/// <param name="Syntax">The expression that makes it.</param>
/// <param name="RuleElements">For each rule of the document, what stands for it in a list.</param>
/// <param name="RuleNames">How findings name its rules.</param>
/// <param name="Uses">What other files define.</param>
/// <param name="Trees">The files that it is made of.</param>
internal sealed record LiftedPolicy(
    PolicyDocument Document,
    string? Name,
    SyntaxNode Syntax,
    IReadOnlyList<SyntaxNode> RuleElements,
    RuleNames RuleNames,
    IReadOnlyList<ForeignUse> Uses,
    IReadOnlyDictionary<string, SyntaxTree> Trees)
{
    private ILookup<Origin, ForeignUse>? _byDefinition;

    /// <summary>Where the root's file refers to what another file writes at a place.</summary>
    public IEnumerable<ForeignUse> UsesOf(Origin definition) => (_byDefinition ??= Uses.ToLookup(u => u.Definition))[definition];
}

/// <summary>A part of a policy that another file defines.</summary>
/// <param name="Rule">The rule of which it is a part, from 0; -1 for the policy's own fields.</param>
/// <param name="Definition">Where it is written.</param>
/// <param name="Use">Where the root's file refers to it.</param>
internal readonly record struct ForeignUse(int Rule, Origin Definition, Origin Use);
