using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Syntax;
using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Fields of rules and of the policy: what they get, and fields that go.</summary>
internal static class FieldChanges
{
    public static bool TryRemove(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (OwnField(edit, files) is not var (file, initializer, assignment) || ElementList.Around(assignment) is not var (list, index) || !list.CanRemove(index)) return false;
        if (list.Elements.Count == 1 && !Comments.IsIn(initializer) && initializer.Parent is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { ArgumentList: not null })
        {
            changes.Add(file, TextSpan.FromBounds(initializer.OpenBraceToken.GetPreviousToken().Span.End, initializer.Span.End), "");
            return true;
        }

        foreach (TextSpan span in list.Removal(index, isMoved: false)) changes.Add(file, span, "");
        return true;
    }

    /// <summary>Puts another field in the place of one.</summary>
    public static bool TryReplace(ReplaceField replace, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (OwnField(edit, files) is not var (file, _, assignment)) return false;
        KubernetesNames names = new(file.Model, assignment.SpanStart);
        return changes.TryReplace(file, assignment, $"{replace.Other} = [{string.Join(", ", replace.Values.Select(v => names.Text(replace.Other, v, asMember: true)))}]");
    }

    public static bool TryAdd(AddValues add, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (files.Of(edit.At ?? edit.Owner) is not { } file) return false;
        KubernetesNames names = new(file.Model, (edit.At ?? edit.Owner)!.Span.Start);
        ExpressionSyntax? list = edit.At is null ? null : file.Find(edit.At) as ExpressionSyntax;
        bool asMembers = ElementList.Of(list) is not { Elements: { Count: > 0 } elements } || elements.Any(e => !IsLiteral(e));
        return TryAdd(add.Path.Field.ToString(), [.. add.Values.Select(v => names.Text(add.Path.Field, v, asMembers))], list, edit, file, changes);
    }

    public static bool TryAdd(AddResources add, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (files.Of(edit.At ?? edit.Owner) is not { } file) return false;
        KubernetesNames names = new(file.Model, (edit.At ?? edit.Owner)!.Span.Start);
        return TryAdd("Resources", [.. add.Resources.Select(names.Resource)], edit.At is null ? null : file.Find(edit.At) as ExpressionSyntax, edit, file, changes);
    }

    /// <summary>Puts something behind a list that is written elsewhere: <c>[.. Changes, Verb.Delete]</c>.</summary>
    public static bool TryWrap(ExpressionSyntax list, string more, SourceFile file, SourceChanges changes)
    {
        // A collection expression has no type of its own to be spread.
        if (list is CollectionExpressionSyntax || list.Parent is not AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment || assignment.Right != list) return false;
        changes.Add(file, list.Span, $"[.. {list}, {more}]");
        return true;
    }

    // A field that the object has from another one, by with, is not this object's to change; and without its own, it has that of the other one.
    private static (SourceFile File, InitializerExpressionSyntax Initializer, AssignmentExpressionSyntax Assignment)? OwnField(SourceEdit edit, SourceFiles files)
        => files.Of(edit.At) is { } file && file.Find(edit.At!) is { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax } initializer } assignment }
            && edit.Owner is not null && file.FindOwner(edit.Owner) == initializer.Parent
            ? (file, initializer, assignment)
            : null;

    private static bool TryAdd(string field, IReadOnlyList<string> values, ExpressionSyntax? list, SourceEdit edit, SourceFile file, SourceChanges changes)
    {
        if (edit.At is null) return edit.Owner is not null && TrySet(field, values, file.FindOwner(edit.Owner), file, changes);
        if (list is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Named" } } named) return TryAppend(ElementList.Of(named.ArgumentList), values, file, changes);
        return list is not null && (ElementList.Of(list) is { } own ? TryAppend(own, values, file, changes) : TryWrap(list, string.Join(", ", values), file, changes));
    }

    private static bool TryAppend(ElementList? list, IReadOnlyList<string> values, SourceFile file, SourceChanges changes)
    {
        if (list is null) return false;
        foreach (TextChange change in list.Append(values, file.Root.GetText())) changes.Add(file, change);
        return true;
    }

    private static bool TrySet(string field, IReadOnlyList<string> values, ExpressionSyntax? owner, SourceFile file, SourceChanges changes)
    {
        string set = $"{field} = [{string.Join(", ", values)}]";
        InitializerExpressionSyntax? initializer = owner switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.Initializer,
            WithExpressionSyntax with => with.Initializer,
            _ => null,
        };
        if (initializer is not null) return ElementList.Of(initializer) is { } list && TryAppend(list, [set], file, changes);
        if (owner is null) return false;
        changes.Add(file, new TextSpan(owner.Span.End, 0), $" {{ {set} }}");
        return true;
    }

    private static bool IsLiteral(SyntaxNode element) => (element is ExpressionElementSyntax wrapped ? wrapped.Expression : element) is LiteralExpressionSyntax;
}
