using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Syntax;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Values of lists, and levels.</summary>
internal static class TextChanges
{
    public static bool TryReplace(ReplaceText replace, SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (files.Of(edit.At) is not { } file || file.Find(edit.At!) is not ExpressionSyntax value) return false;
        KubernetesNames names = new(file.Model, value.SpanStart);
        string text = replace.Path.Field == PolicyField.Level
            ? value is MemberAccessExpressionSyntax qualified ? $"{qualified.Expression}.{replace.Text}" : names.Level(replace.Text)
            : names.Text(replace.Path.Field, replace.Text, KubernetesNames.IsOurs(file.Model.GetSymbolInfo(value).Symbol));
        return changes.TryReplace(file, value, text);
    }

    public static bool TryRemove(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        if (files.Of(edit.At) is not { } file || file.Find(edit.At!) is not { } value) return false;
        SyntaxNode element = edit.Edit is RemoveValue { Path.Field: PolicyField.EntryResources } ? ResourceChanges.Selector(value, withNames: true) : value;
        if (ElementList.Around(element) is not var (list, index) || list.Elements.Count < 2 || !list.CanRemove(index)) return false;
        foreach (TextSpan span in list.Removal(index, isMoved: false)) changes.Add(file, span, "");
        return true;
    }
}
