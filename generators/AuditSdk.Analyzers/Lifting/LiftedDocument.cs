using System.Collections.Immutable;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>A document that was read from source.</summary>
/// <param name="Name">The name that it has among others of its definition; null where it is the only one, or the name is not known.</param>
/// <param name="Syntax">The expression that makes it.</param>
/// <param name="Uses">What other files define.</param>
/// <param name="Trees">The files that it is made of.</param>
internal abstract record LiftedDocument(string? Name, SyntaxNode Syntax, IReadOnlyList<ForeignUse> Uses, IReadOnlyDictionary<string, SyntaxTree> Trees)
{
    private ILookup<Origin, ForeignUse>? _byDefinition;

    /// <summary>What people call it.</summary>
    public abstract string Kind { get; }

    /// <summary>Where the root's file refers to what another file writes at a place.</summary>
    public IEnumerable<ForeignUse> UsesOf(Origin definition) => (_byDefinition ??= Uses.ToLookup(u => u.Definition))[definition];

    /// <summary>The finding without numbers that are not sure.</summary>
    public virtual Finding Named(Finding finding) => finding;

    /// <summary>A message that is the same in all documents that share the place.</summary>
    public virtual string ByPlace(string message) => message;

    /// <summary>A path as the build can compare it with that of the real object.</summary>
    public virtual string? PathForTheBuild(string? path) => path;

    /// <summary>What a code fix needs to know; nothing where no change can be made in source.</summary>
    public virtual ImmutableDictionary<string, string?> PropertiesOf(Remedy? remedy) => ImmutableDictionary<string, string?>.Empty;
}

/// <summary>A part of a document that another file defines.</summary>
/// <param name="Inside">The path of the rule or directive of which it is a part; null for the document's own fields.</param>
/// <param name="Definition">Where it is written.</param>
/// <param name="Use">Where the root's file refers to it.</param>
internal readonly record struct ForeignUse(string? Inside, Origin Definition, Origin Use)
{
    /// <summary>Whether a finding at a path can be about it.</summary>
    public bool IsAt(string? path) => Inside is null || path is null || path.StartsWith(Inside, StringComparison.Ordinal);
}
