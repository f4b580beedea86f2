using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Syntax;
using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Rules that go, move and come.</summary>
internal static class RuleChanges
{
    public static bool TryRemove(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Element(edit.Element, files) is not var (file, list, index) || !list.CanRemove(index)) return false;
        foreach (TextSpan span in list.Removal(index, isMoved: false)) changes.Add(file, span, "");
        return true;
    }

    public static bool TryMove(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Element(edit.Element, files) is not var (file, list, index) || Element(edit.Before, files) is not var (otherFile, other, before)) return false;
        if (!list.CanRemove(index) || list.Node != other.Node && !CanMove(list.Node, other.Node) || list.TextOf(index, file.Root.GetText()) is not { } text) return false;
        foreach (TextSpan span in list.Removal(index, isMoved: true)) changes.Add(file, span, "");
        changes.Add(otherFile, other.InsertBefore(before, text, otherFile.Root.GetText(), list.EndsLine(index)));
        return true;
    }

    public static bool TryInsert(InsertRule insert, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (Element(edit.Before, files) is var (file, list, index))
        {
            changes.Add(file, list.InsertBefore(index, Text(insert, list, file) + ",", file.Root.GetText()));
            return true;
        }

        if (edit.Before is not null || files.Of(edit.At) is not { } rulesFile || rulesFile.Find(edit.At!) is not ExpressionSyntax rules) return false;
        if (ElementList.Of(rules) is not { } whole) return FieldChanges.TryWrap(rules, new KubernetesNames(rulesFile.Model, rules.SpanStart).Rule(insert, isExplicit: false), rulesFile, changes);
        foreach (TextChange change in whole.Append([Text(insert, whole, rulesFile)], rulesFile.Root.GetText())) changes.Add(rulesFile, change);
        return true;
    }

    private static string Text(InsertRule insert, ElementList list, SourceFile file)
    {
        // As the others are written: in a list without a target type, new() alone would not compile.
        IEnumerable<ExpressionSyntax> others = list.Elements.Select(e => e is ExpressionElementSyntax element ? element.Expression : e).OfType<BaseObjectCreationExpressionSyntax>();
        return new KubernetesNames(file.Model, list.Open.SpanStart).Rule(insert, others.FirstOrDefault() is ObjectCreationExpressionSyntax);
    }

    private static (SourceFile File, ElementList List, int Index)? Element(SourcePlace? place, SourceFiles files)
        => files.Of(place) is { } file && file.Find(place!) is { } node && ElementList.Around(node) is var (list, index) ? (file, list, index) : null;

    // A rule may use the private members of its type. Between two symbols, one of the lists may not be there.
    private static bool CanMove(SyntaxNode from, SyntaxNode to)
        => from.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type == to.FirstAncestorOrSelf<TypeDeclarationSyntax>() && !Comments.HasConditions(type);
}
