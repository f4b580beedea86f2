using System.Collections.Immutable;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers;

/// <summary>The checks of a policy as the compiler knows them.</summary>
internal static class PolicyDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = PolicyChecks.All.Select(c => Of(c.Descriptor)).ToDictionary(d => d.Id, StringComparer.Ordinal);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. ById.Values];

    /// <summary>The descriptor of an id; null for a finding that is not a check's.</summary>
    public static DiagnosticDescriptor? Find(string id) => ById.TryGetValue(id, out DiagnosticDescriptor? descriptor) ? descriptor : null;

    public static DiagnosticSeverity Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Of(CheckDescriptor check)
        => new(check.Id, check.Title, "{0}", "AuditPolicy", Severity(check.Severity), isEnabledByDefault: true, helpLinkUri: $"docs/rules/{check.Id}.md");
}
