using System.Collections.Immutable;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers;

/// <summary>Checks of a kind of document as the compiler knows them.</summary>
/// <param name="category">The checks as one in .editorconfig.</param>
/// <param name="checks">The checks.</param>
internal sealed class DescriptorSet(string category, IEnumerable<CheckDescriptor> checks)
{
    private readonly Dictionary<string, DiagnosticDescriptor> _byId = checks.ToDictionary(c => c.Id, c => Of(c, category), StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public ImmutableArray<DiagnosticDescriptor> All => [.. _byId.Values];

    /// <summary>The descriptor of an id; null for a finding that is not a check's.</summary>
    public DiagnosticDescriptor? Find(string id) => _byId.TryGetValue(id, out DiagnosticDescriptor? descriptor) ? descriptor : null;

    public static DiagnosticSeverity Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Of(CheckDescriptor check, string category)
        => new(check.Id, check.Title, "{0}", category, Severity(check.Severity), isEnabledByDefault: true, helpLinkUri: $"docs/rules/{check.Id}.md");
}
