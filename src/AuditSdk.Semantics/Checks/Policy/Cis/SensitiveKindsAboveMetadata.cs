using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>CIS 3.2.2: secrets, config maps and token reviews at Metadata only.</summary>
internal static class SensitiveKindsAboveMetadata
{
    private static readonly SensitiveKind[] Kinds = [SensitiveKinds.Secrets, SensitiveKinds.ConfigMaps, SensitiveKinds.TokenReviews];

    /// <summary>AUD1200.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1200", "CIS 3.2.2: secrets, config maps and token reviews above Metadata", FindingSeverity.Warning, CheckProfile.Cis);

    /// <summary>Asks for each kind whether a request on it is ever logged above Metadata, with or without a secret in it.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (SensitiveKind kind in Kinds)
        {
            ValueList<string> verbs = context.Options.Catalog.Resource(kind.Group, kind.Resource)?.Verbs ?? ValueList.From(kind.InResponse);
            if (context.RequestsOn(kind.Region, verbs, PolicyQuestions.LoggedIn, context.EveryName).Select(r => context.Analysis.Find(r, AuditLevel.Request)).FirstOrDefault(a => a.State == RegionState.Found) is not { } answer) continue;
            string name = PolicyWords.Resource(kind.Group, kind.Text);
            InsertRule remedy = new($"Log '{name}' at Metadata before rules[{answer.Rule}]", answer.Rule, AuditLevel.Metadata, PolicyQuestions.One(new ResourceName(kind.Group, kind.Text)), ValueList<string>.Empty);
            findings.Add(Descriptor.At(context, answer, $"The benchmark logs '{name}' at Metadata only, and this level is above it. Put a rule with level Metadata for them before this one.") with { Remedy = remedy });
        }
    }
}
