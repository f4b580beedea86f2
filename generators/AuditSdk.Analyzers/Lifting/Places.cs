using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>Where a document is written, and where its root's file refers to what other files write.</summary>
internal sealed class Places
{
    private readonly SyntaxTree _root;
    private readonly List<ForeignUse> _uses = [];
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    public Places(SyntaxTree root)
    {
        _root = root;
        _trees[root.FilePath] = root;
    }

    /// <summary>What other files define.</summary>
    public IReadOnlyList<ForeignUse> Uses => _uses;

    /// <summary>The files.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Trees => _trees;

    /// <summary>The place of a value.</summary>
    public Origin Of(Value value, Place place) => Of(value, Origins.Of(value.Syntax), place);

    /// <summary>A place that stands for a value.</summary>
    public Origin Of(Value value, Origin origin, Place place)
    {
        SyntaxTree tree = value.Syntax.SyntaxTree;
        if (tree == _root) return origin;
        _trees[tree.FilePath] = tree;
        if ((value.Use ?? place.Use) is { } use) _uses.Add(new(place.Path, origin, Origins.Of(use)));
        return origin;
    }
}

/// <summary>Where in a document a value stands.</summary>
/// <param name="Path">The rule or directive; null for the document's own fields.</param>
/// <param name="Use">Where the root's file refers to what another file defines.</param>
internal readonly record struct Place(string? Path, SyntaxNode? Use)
{
    public Place At(string path) => this with { Path = path };

    public Place Inside(Value? value) => value?.Use is { } use ? this with { Use = use } : this;
}
