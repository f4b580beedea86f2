using System.Collections.Immutable;
using AuditSdk.Analyzers.Lifting;
using AuditSdk.Analyzers.Remedies;
using AuditSdk.Analyzers.Tests.Lifting;
using AuditSdk.CodeFixes;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AuditSdk.Analyzers.Tests.Fixes;

/// <summary>A project in a workspace, to which code fixes are applied as an IDE does.</summary>
internal static class Fixed
{
    /// <summary>The sources after the fix of an edit of the first policy; null where no fix is offered.</summary>
    public static string[]? By(PolicyEdit edit, params string[] sources)
    {
        UserProject project = UserProject.Of(sources);
        Document document = DocumentsOf(project)[0];
        return By(edit, Finding(edit, Lifted.Of(project).Policies[0], project.Compilation.SyntaxTrees[1]), document);
    }

    /// <summary>The sources after the fix of a finding; null where no fix is offered.</summary>
    public static string[]? By(UserProject project, Diagnostic diagnostic) => By(EditProperties.Read(diagnostic)?.Edit, diagnostic, DocumentsOf(project)[0]);

    private static string[]? By(Remedy? edit, Diagnostic diagnostic, Document document)
    {
        CodeAction? action = null;
        CodeFixContext context = new(document, diagnostic, (offered, _) => action = offered, CancellationToken.None);
        new DefinitionCodeFixProvider().RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        Assert.Equal(action is null ? null : edit?.Title, action?.Title);
        return action is null ? null : Texts(action, document);
    }

    /// <summary>The one source after the fixes of several edits of the only policy, all at once.</summary>
    public static string ByAll(string source, params PolicyEdit[] edits)
    {
        UserProject project = UserProject.Of(source);
        LiftedPolicy policy = Lifted.One(project);
        return ByAll(project, [.. edits.Select(e => Finding(e, policy, project.Compilation.SyntaxTrees[1]))]);
    }

    /// <summary>The one source after the fixes of several findings, all at once.</summary>
    public static string ByAll(UserProject project, ImmutableArray<Diagnostic> diagnostics)
    {
        Document document = DocumentsOf(project)[0];
        DefinitionCodeFixProvider provider = new();
        FixAllContext context = new(document, provider, FixAllScope.Document, DefinitionCodeFixProvider.KeyOf(diagnostics[0], EditProperties.Read(diagnostics[0])!), provider.FixableDiagnosticIds, new Found(diagnostics), CancellationToken.None);
        return Texts(provider.GetFixAllProvider().GetFixAsync(context).GetAwaiter().GetResult()!, document)[0];
    }

    /// <summary>Asserts that the fix gives a source, that it compiles, and that its policy is the one that the edit makes of the document.</summary>
    public static void AssertGives(PolicyEdit edit, string before, string after)
    {
        string text = Assert.Single(By(edit, before)!);

        Assert.Equal(after, text);
        PolicyDocument expected = PolicyEditor.Apply(Lifted.One(UserProject.Of(before).Compiles()).Document, edit);
        PolicyDocument actual = Lifted.One(UserProject.Of(text).Compiles()).Document;
        Assert.Equal(Lifted.Text(expected), Lifted.Text(actual));
        Assert.NotEqual(Lifted.Text(Lifted.One(UserProject.Of(before)).Document), Lifted.Text(actual));
    }

    // As the analyzer would, at a place that does not matter here.
    private static Diagnostic Finding(PolicyEdit edit, LiftedPolicy policy, SyntaxTree tree)
        => Diagnostic.Create(new AuditPolicyAnalyzer().SupportedDiagnostics[0], Location.Create(tree, default), EditProperties.Of(edit, policy), "");

    private static IReadOnlyList<Document> DocumentsOf(UserProject project)
    {
        AdhocWorkspace workspace = new();
        ProjectId id = ProjectId.CreateNewId();
        Solution solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "User", "User", LanguageNames.CSharp, compilationOptions: project.Compilation.Options, parseOptions: project.Compilation.SyntaxTrees[0].Options, metadataReferences: UserProject.References));
        foreach (SyntaxTree tree in project.Compilation.SyntaxTrees)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
        }

        return [.. solution.GetProject(id)!.Documents.Where(d => d.Name != "Usings.cs")];
    }

    private static string[] Texts(CodeAction action, Document document)
    {
        ApplyChangesOperation operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult()));
        return [.. operation.ChangedSolution.GetProject(document.Project.Id)!.Documents.Where(d => d.Name != "Usings.cs").Select(d => d.GetTextAsync().GetAwaiter().GetResult().ToString())];
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
