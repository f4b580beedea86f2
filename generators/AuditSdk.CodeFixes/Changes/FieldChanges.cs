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
        return OwnField(edit, files) is var (file, _, assignment) && TryRemove(assignment, file, changes);
    }

    /// <summary>Takes what an initializer sets out of it, and with the last of that the braces.</summary>
    public static bool TryRemove(AssignmentExpressionSyntax assignment, SourceFile file, SourceChanges changes)
    {
        if (assignment.Parent is not InitializerExpressionSyntax initializer || ElementList.Around(assignment) is not var (list, index) || !list.CanRemove(index)) return false;
        if (list.Elements.Count == 1 && !Comments.IsIn(initializer) && initializer.Parent is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { ArgumentList: not null })
        {
            changes.Add(file, TextSpan.FromBounds(initializer.OpenBraceToken.GetPreviousToken().Span.End, initializer.Span.End), "");
            return true;
        }

        foreach (TextSpan span in list.Removal(index, isMoved: false)) changes.Add(file, span, "");
        return true;
    }

    /// <summary>Puts other members in the place of some that an initializer sets.</summary>
    public static bool TryReplace(IReadOnlyList<AssignmentExpressionSyntax> removed, IReadOnlyList<string> set, BaseObjectCreationExpressionSyntax owner, SourceFile file, SourceChanges changes)
    {
        // Where the first one stood the new ones stand, as far as it is the owner's own.
        AssignmentExpressionSyntax? first = removed.FirstOrDefault(a => a.Parent == owner.Initializer);
        if (set.Count > 0 && (first is null ? !TryAppend(owner, set, file, changes) : !changes.TryReplace(file, first, string.Join(", ", set)))) return false;
        List<TextSpan> spans = [];
        foreach (AssignmentExpressionSyntax assignment in removed.Where(a => set.Count == 0 || a != first))
        {
            if (ElementList.Around(assignment) is not var (list, index) || !list.CanRemove(index)) return false;
            spans.AddRange(list.Removal(index, isMoved: false));
        }

        foreach (TextSpan span in Joined(spans)) changes.Add(file, span, "");
        return true;
    }

    /// <summary>Sets more members of an object.</summary>
    public static bool TryAppend(ExpressionSyntax owner, IReadOnlyList<string> members, SourceFile file, SourceChanges changes)
    {
        if (InitializerOf(owner) is { } initializer) return ElementList.Of(initializer) is { } list && TryAppend(list, members, file, changes);
        // Before braces the parentheses of no arguments say nothing.
        bool isBare = owner is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } creation && !Comments.IsIn(creation);
        int end = isBare ? ((ObjectCreationExpressionSyntax)owner).Type.Span.End : owner.Span.End;
        changes.Add(file, TextSpan.FromBounds(end, owner.Span.End), $" {{ {string.Join(", ", members)} }}");
        return true;
    }

    // Two neighbours both take the comma between them along.
    private static IEnumerable<TextSpan> Joined(List<TextSpan> spans)
    {
        TextSpan? last = null;
        foreach (TextSpan span in spans.OrderBy(s => s.Start))
        {
            if (last is { } before && before.End > span.Start)
            {
                last = TextSpan.FromBounds(before.Start, Math.Max(before.End, span.End));
                continue;
            }

            if (last is { } done) yield return done;
            last = span;
        }

        if (last is { } end) yield return end;
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
        return owner is not null && TryAppend(owner, [$"{field} = [{string.Join(", ", values)}]"], file, changes);
    }

    private static InitializerExpressionSyntax? InitializerOf(ExpressionSyntax owner) => owner switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.Initializer,
        WithExpressionSyntax with => with.Initializer,
        _ => null,
    };

    private static bool IsLiteral(SyntaxNode element) => (element is ExpressionElementSyntax wrapped ? wrapped.Expression : element) is LiteralExpressionSyntax;
}
