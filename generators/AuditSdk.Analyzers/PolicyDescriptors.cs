using System.Collections.Immutable;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers;

/// <summary>The checks of a policy as the compiler knows them.</summary>
internal static class PolicyDescriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ById = PolicyChecks.All.Select(c => c.Descriptor).Concat(PolicyFile.Descriptors).Select(Of).ToDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>What can be wrong with a policy.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. PolicyChecks.All.Select(c => ById[c.Descriptor.Id])];

    /// <summary>What can be wrong with a policy in a file, and with the file.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfFiles { get; } = [.. ById.Values];

    /// <summary>The descriptor of an id; null for a finding that is not a check's.</summary>
    public static DiagnosticDescriptor? Find(string id) => ById.TryGetValue(id, out DiagnosticDescriptor? descriptor) ? descriptor : null;

    public static DiagnosticSeverity Severity(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => DiagnosticSeverity.Error,
        FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Of(CheckDescriptor check)
        => new(check.Id, check.Title, "{0}", PolicyChecks.Category, Severity(check.Severity), isEnabledByDefault: true, helpLinkUri: $"docs/rules/{check.Id}.md");
}
