using AuditSdk.Analyzers.Remedies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>A file that a change is about.</summary>
internal sealed record SourceFile(DocumentId Id, string Path, SyntaxNode Root, SemanticModel Model)
{
    /// <summary>The expression of a place; null where the file is another one, or has changed.</summary>
    public SyntaxNode? Find(SourcePlace place)
    {
        if (place.File != Path || place.Span.End > Root.FullSpan.End) return null;
        SyntaxNode node = Root.FindNode(place.Span, getInnermostNodeForTie: true);
        return node.Span == place.Span ? node : null;
    }

    /// <summary>What stands at a place, or around it.</summary>
    public SyntaxNode? Around(SourcePlace place) => place.Span.End > Root.FullSpan.End ? null : Root.FindNode(place.Span, getInnermostNodeForTie: true);

    /// <summary>The creation or the with-expression whose head a place is, or null.</summary>
    public ExpressionSyntax? FindOwner(SourcePlace place)
    {
        if (place.File != Path || place.Span.End > Root.FullSpan.End) return null;
        return Root.FindNode(place.Span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(e => e switch
        {
            BaseObjectCreationExpressionSyntax creation => creation.SpanStart == place.Span.Start,
            WithExpressionSyntax with => with.WithKeyword.Span.End == place.Span.End,
            _ => false,
        });
    }

    /// <summary>The creation of a section; of a directive's head, that of its plugin. Null for anything else.</summary>
    public BaseObjectCreationExpressionSyntax? FindSection(SourcePlace place)
    {
        foreach (BaseObjectCreationExpressionSyntax creation in CreationsFrom(place))
        {
            if (HeadEnd(creation) == place.Span.End) return creation;
            if (creation.ArgumentList?.Arguments.LastOrDefault()?.Expression is BaseObjectCreationExpressionSyntax plugin && HeadEnd(plugin) == place.Span.End) return plugin;
        }

        return null;
    }

    /// <summary>The creation of a directive, by its head.</summary>
    public BaseObjectCreationExpressionSyntax? FindDirective(SourcePlace place) => CreationsFrom(place).LastOrDefault();

    private IEnumerable<BaseObjectCreationExpressionSyntax> CreationsFrom(SourcePlace place)
        => place.File != Path || place.Span.End > Root.FullSpan.End ? [] : Root.FindNode(place.Span, getInnermostNodeForTie: true).AncestorsAndSelf().OfType<BaseObjectCreationExpressionSyntax>().Where(c => c.SpanStart == place.Span.Start);

    private static int HeadEnd(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        { Initializer: null } => creation.Span.End,
        { ArgumentList: { } arguments } => arguments.Span.End,
        ObjectCreationExpressionSyntax named => named.Type.Span.End,
        _ => -1,
    };
}

/// <summary>The files that a change is about.</summary>
internal sealed class SourceFiles
{
    private readonly List<SourceFile> _files = [];

    public static async Task<SourceFiles> OfAsync(SourceEdit edit, Project project, CancellationToken cancellation)
    {
        SourceFiles files = new();
        foreach (string path in edit.Places.Select(p => p.File).Distinct())
        {
            if (project.Documents.FirstOrDefault(d => d.FilePath == path) is not { } document) continue;
            SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            if (root is not null && model is not null) files._files.Add(new(document.Id, path, root, model));
        }

        return files;
    }

    /// <summary>The file of a place; null for one that the project does not have.</summary>
    public SourceFile? Of(SourcePlace? place) => place is null ? null : _files.Find(f => f.Path == place.File);
}
