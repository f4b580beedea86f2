using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditSdk.Analyzers.Lifting.Syntax;

/// <summary>Where the files of a compilation write a name; each file is read once.</summary>
internal sealed class SourceNames(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, ILookup<string, IdentifierNameSyntax>> _files = new();

    /// <summary>Within the declarations of a symbol.</summary>
    public IEnumerable<IdentifierNameSyntax> In(ISymbol scope, string name, CancellationToken cancellation)
        => scope.DeclaringSyntaxReferences.SelectMany(d => Of(d.SyntaxTree, cancellation)[name].Where(n => d.Span.Contains(n.Span)));

    /// <summary>In all files.</summary>
    public IEnumerable<IdentifierNameSyntax> Everywhere(string name, CancellationToken cancellation) => compilation.SyntaxTrees.SelectMany(t => Of(t, cancellation)[name]);

    private ILookup<string, IdentifierNameSyntax> Of(SyntaxTree tree, CancellationToken cancellation)
        => _files.GetOrAdd(tree, t => t.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().ToLookup(n => n.Identifier.ValueText));
}
