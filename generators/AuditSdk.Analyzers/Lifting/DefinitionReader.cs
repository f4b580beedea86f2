using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>Reads the policies that a member marked with <c>[EmitAs]</c> returns.</summary>
internal static class DefinitionReader
{
    /// <summary>The policies of a member, as far as source tells: none where it is of another kind, has a syntax error, or is not known at all.</summary>
    /// <param name="member">The member.</param>
    /// <param name="blocks">Its code.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="known">The types of AuditSdk in it.</param>
    /// <param name="budget">Bounds the work, and tells how much it was.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static IReadOnlyList<LiftedPolicy> Read(ISymbol member, ImmutableArray<IOperation> blocks, Compilation compilation, KnownTypes known, LiftBudget budget, CancellationToken cancellation)
    {
        foreach (IOperation block in blocks)
        {
            if (Interpreter.Result(block) is not { } result) continue;
            SyntaxTree tree = block.Syntax.SyntaxTree;
            if (member.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == tree && d.GetSyntax(cancellation).ContainsDiagnostics)) return [];
            Interpreter interpreter = new(compilation, known, tree, budget, cancellation);
            return Policies(interpreter.Definition(block, result), tree, known);
        }

        return [];
    }

    private static IReadOnlyList<LiftedPolicy> Policies(Value value, SyntaxTree tree, KnownTypes known)
    {
        if (value is not ListValue list) return PolicyLifter.Lift(value, null, tree, known) is { } policy ? [policy] : [];
        List<LiftedPolicy> policies = [];
        foreach (ListElement element in list.Elements)
        {
            if (element.Value is not TupleValue { Items: [var name, var document] } pair) continue;
            string? given = name is ConstantValue { Constant: string text } ? text : null;
            if (PolicyLifter.Lift(pair.Use is { } use && document.Use is null ? document.UsedAt(use) : document, given, tree, known) is { } policy) policies.Add(policy);
        }

        return policies;
    }
}
