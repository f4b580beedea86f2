using System.Collections.Immutable;
using System.Composition;
using AuditSdk.Analyzers;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Changes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuditSdk.CodeFixes;

/// <summary>Makes in C# the change that a finding of a policy or a pipeline names. What is changed comes with the diagnostic; nothing is analysed again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DefinitionCodeFixProvider))]
[Shared]
public sealed class DefinitionCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. new AuditPolicyAnalyzer().SupportedDiagnostics.Concat(new FluentdPipelineAnalyzer().SupportedDiagnostics).Select(d => d.Id)];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => DefinitionFixAll.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Solution solution = context.Document.Project.Solution;
        Evaluations evaluations = new(solution, context.CancellationToken);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (EditProperties.Read(diagnostic) is not { } edit) continue;
            SourceChanges? changes = await SourceChanges.OfAsync(edit, context.Document.Project, evaluations, context.CancellationToken).ConfigureAwait(false);
            if (changes is null) continue;
            context.RegisterCodeFix(CodeAction.Create(edit.Edit.Title, cancellation => changes.ApplyAsync(solution, cancellation), KeyOf(diagnostic, edit)), diagnostic);
        }
    }

    /// <summary>Fixes of one key may be made together: of one check, and of one kind.</summary>
    internal static string KeyOf(Diagnostic diagnostic, SourceEdit edit) => diagnostic.Id + " " + edit.Edit.GetType().Name;
}
