using System.Collections.Immutable;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Changes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuditSdk.CodeFixes;

/// <summary>Makes many changes at once. Of two that touch the same text the first is made; the other is offered again on what comes out.</summary>
internal sealed class DefinitionFixAll : FixAllProvider
{
    public static DefinitionFixAll Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        SourceChanges all = new();
        Evaluations evaluations = new(context.Solution, context.CancellationToken);
        string title = "";
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            foreach (Diagnostic diagnostic in await DiagnosticsOf(context, project).ConfigureAwait(false))
            {
                if (EditProperties.Read(diagnostic) is not { } edit || DefinitionCodeFixProvider.KeyOf(diagnostic, edit) != context.CodeActionEquivalenceKey) continue;
                if (await SourceChanges.OfAsync(edit, project, evaluations, context.CancellationToken).ConfigureAwait(false) is not { } changes || !all.TryAdd(changes)) continue;
                title = edit.Edit.Title;
            }
        }

        return all.IsEmpty ? null : CodeAction.Create(title, cancellation => all.ApplyAsync(context.Solution, cancellation), context.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsOf(FixAllContext context, Project project)
    {
        ImmutableArray<Diagnostic> diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
            ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
            : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
        return diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start);
    }
}
