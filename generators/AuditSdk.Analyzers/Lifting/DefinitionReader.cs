using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>Reads the documents that a member marked with <c>[EmitAs]</c> returns.</summary>
internal static class DefinitionReader
{
    /// <summary>The documents of a member, as far as source tells: none where it is of another kind, has a syntax error, or is not known at all.</summary>
    /// <param name="member">The member.</param>
    /// <param name="blocks">Its code.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="known">The types of AuditSdk in it.</param>
    /// <param name="budget">Bounds the work, and tells how much it was.</param>
    /// <param name="lift">Makes the document of a value, with the name that it has among others; null for a value that is none.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static IReadOnlyList<T> Read<T>(
        ISymbol member, ImmutableArray<IOperation> blocks, Compilation compilation, KnownTypes known, LiftBudget budget, Func<Value, string?, SyntaxTree, T?> lift, CancellationToken cancellation)
        where T : LiftedDocument
    {
        foreach (IOperation block in blocks)
        {
            if (Interpreter.Result(block) is not { } result) continue;
            SyntaxTree tree = block.Syntax.SyntaxTree;
            if (member.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == tree && d.GetSyntax(cancellation).ContainsDiagnostics)) return [];
            Interpreter interpreter = new(compilation, known, tree, budget, cancellation);
            return Documents(interpreter.Definition(block, result), tree, lift);
        }

        return [];
    }

    private static IReadOnlyList<T> Documents<T>(Value value, SyntaxTree tree, Func<Value, string?, SyntaxTree, T?> lift)
        where T : LiftedDocument
    {
        if (value is not ListValue list) return lift(value, null, tree) is { } document ? [document] : [];
        List<T> documents = [];
        foreach (ListElement element in list.Elements)
        {
            if (element.Value is not TupleValue { Items: [var name, var content] } pair) continue;
            string? given = name is ConstantValue { Constant: string text } ? text : null;
            if (lift(pair.Use is { } use && content.Use is null ? content.UsedAt(use) : content, given, tree) is { } document) documents.Add(document);
        }

        return documents;
    }
}
