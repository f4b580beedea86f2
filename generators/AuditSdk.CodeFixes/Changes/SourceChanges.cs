using AuditSdk.Analyzers.Remedies;
using AuditSdk.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.CodeFixes.Changes;

/// <summary>Changes of texts of a solution. Texts are changed rather than trees, so that whatever is not meant stays as it was written.</summary>
internal sealed class SourceChanges
{
    private readonly Dictionary<DocumentId, List<TextChange>> _changes = [];

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>The changes that make an edit; null where it cannot be made safely.</summary>
    public static async Task<SourceChanges?> OfAsync(SourceEdit edit, Project project, Evaluations evaluations, CancellationToken cancellation)
    {
        SourceFiles files = await SourceFiles.OfAsync(edit, project, cancellation).ConfigureAwait(false);
        SourceChanges changes = new();
        if (!EditChanges.TryMake(edit, files, changes)) return null;
        foreach (SourcePlace place in edit.Places)
        {
            if (files.Of(place) is not { } file || file.Around(place) is not { } node || !await evaluations.IsOneAsync(node, file.Model).ConfigureAwait(false)) return null;
        }

        return changes;
    }

    public void Add(SourceFile file, TextChange change)
    {
        if (!_changes.TryGetValue(file.Id, out List<TextChange>? list)) _changes.Add(file.Id, list = []);
        list.Add(change);
    }

    public void Add(SourceFile file, TextSpan span, string text) => Add(file, new TextChange(span, text));

    /// <summary>Writes something else for a node; false where that would lose a comment or a directive inside it.</summary>
    public bool TryReplace(SourceFile file, SyntaxNode node, string text)
    {
        if (Comments.IsIn(node)) return false;
        Add(file, node.Span, text);
        return true;
    }

    /// <summary>Adds the changes of another edit; false where one of them touches a text that is changed already, or all of them are made already.</summary>
    public bool TryAdd(SourceChanges other)
    {
        if (other._changes.All(d => _changes.TryGetValue(d.Key, out List<TextChange>? made) && d.Value.All(made.Contains))) return false;
        if (other._changes.Any(d => _changes.TryGetValue(d.Key, out List<TextChange>? made) && d.Value.Any(c => made.Any(m => Collide(m.Span, c.Span))))) return false;
        foreach (KeyValuePair<DocumentId, List<TextChange>> document in other._changes)
        {
            if (!_changes.TryGetValue(document.Key, out List<TextChange>? made)) _changes.Add(document.Key, made = []);
            made.AddRange(document.Value);
        }

        return true;
    }

    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellation)
    {
        foreach (KeyValuePair<DocumentId, List<TextChange>> document in _changes)
        {
            if (solution.GetDocument(document.Key) is not { } file) continue;
            SourceText text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Key, text.WithChanges(document.Value.OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End)));
        }

        return solution;
    }

    // What is put in at the edge of a text that goes does not touch it.
    private static bool Collide(TextSpan made, TextSpan wanted)
    {
        if (made.IsEmpty && wanted.IsEmpty) return false;
        return made.Start < wanted.End && wanted.Start < made.End;
    }
}
