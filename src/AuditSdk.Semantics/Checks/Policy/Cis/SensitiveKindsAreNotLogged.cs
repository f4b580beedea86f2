using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>CIS 3.2.2: access to secrets, config maps and token reviews is logged.</summary>
internal static class SensitiveKindsAreNotLogged
{
    private static readonly SensitiveKind[] Kinds = [SensitiveKinds.Secrets, SensitiveKinds.ConfigMaps, SensitiveKinds.TokenReviews];

    /// <summary>AUD1201.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1201", "CIS 3.2.2: access to secrets is not logged", FindingSeverity.Warning, CheckProfile.Cis);

    /// <summary>Asks for each kind whether a request of anybody on it goes unlogged.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => CisQuestions.ReportUnlogged(
        context, findings, Descriptor, Kinds.Select(k => (k.Group, k.Resource, "", Verbs(context, k))), "access to", "Log it at Metadata.");

    private static IEnumerable<string> Verbs(PolicyCheckContext context, SensitiveKind kind) => context.Options.Catalog.Resource(kind.Group, kind.Resource)?.Verbs ?? ValueList.From(kind.InResponse);
}
