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
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (SensitiveKind kind in Kinds)
        {
            IEnumerable<string> verbs = context.Options.Catalog.Resource(kind.Group, kind.Resource)?.Verbs ?? ValueList.From(kind.InResponse);
            if (CisQuestions.Unlogged(context, kind.Group, kind.Resource, "", verbs) is not { } answer) continue;
            findings.Add(Descriptor.At(context, answer, $"The benchmark asks for access to '{PolicyWords.Resource(kind.Group, kind.Text)}' to be logged, and '{answer.Witness!.Verb}' is not. Log it at Metadata."));
        }
    }
}
