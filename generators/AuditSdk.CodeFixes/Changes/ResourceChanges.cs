using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Syntax;
using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Selectors of resources.</summary>
internal static class ResourceChanges
{
    public static bool TryReplace(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        foreach (KeyValuePair<SourcePlace, ResourceName> replaced in edit.Resources)
        {
            if (files.Of(replaced.Key) is not { } file || file.Find(replaced.Key) is not { } part) return false;
            SyntaxNode selector = Selector(part, withNames: false);
            if (!IsSelector(selector, file.Model) || !changes.TryReplace(file, selector, new KubernetesNames(file.Model, selector.SpanStart).Resource(replaced.Value))) return false;
        }

        return true;
    }

    public static bool TryAddBeside(SourceEdit edit, SourceFiles files, SourceChanges changes)
    {
        SourcePlace place = edit.Resources[0].Key;
        if (files.Of(place) is not { } file || file.Find(place) is not { } part) return false;
        SyntaxNode selector = Selector(part, withNames: true);
        if (!IsSelector(selector, file.Model) || ElementList.Around(selector) is not var (list, index)) return false;
        KubernetesNames names = new(file.Model, selector.SpanStart);
        string[] added = [.. edit.Resources.Select(r => names.Resource(r.Value))];
        SourceText text = file.Root.GetText();
        IEnumerable<TextChange> made = index == list.Elements.Count - 1 ? list.Append(added, text) : added.Select(a => list.InsertBefore(index + 1, a + ",", text));
        foreach (TextChange change in made) changes.Add(file, change);
        return true;
    }

    /// <summary>The whole selector that a part belongs to: of the name in <c>ApiGroup.Named("apps").Resource("x").Named("a")</c> all of it, or all but the names of objects.</summary>
    public static SyntaxNode Selector(SyntaxNode part, bool withNames)
    {
        SyntaxNode selector = part;
        while (true)
        {
            SyntaxNode? outer = selector.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Expression == selector && (withNames || access.Name.Identifier.ValueText != "Named") => access,
                InvocationExpressionSyntax call when call.Expression == selector => call,
                ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } when selector is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or IdentifierNameSyntax or BinaryExpressionSyntax => call,
                _ => null,
            };
            if (outer is null) return selector;
            selector = outer;
        }
    }

    // A name that is passed through a method of the user's own is not a selector to be replaced.
    private static bool IsSelector(SyntaxNode node, SemanticModel model)
    {
        for (ITypeSymbol? type = model.GetTypeInfo(node).Type; type is not null; type = type.BaseType)
        {
            if (type.Name == "ResourceSelector" && KubernetesNames.IsOurs(type)) return node is not InvocationExpressionSyntax call || KubernetesNames.IsOurs(model.GetSymbolInfo(call).Symbol);
        }

        return false;
    }
}
