using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>Up to 1.36 a server-side apply with a YAML body has no ResponseComplete event where its body would be logged; without RequestReceived it has no event at all.</summary>
internal static class YamlApplyIsLost
{
    private const int FixedIn = 37;

    /// <summary>AUD1016.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1016", "A server-side apply in YAML is not logged at all", FindingSeverity.Info);

    /// <summary>Tells once, at the first rule that logs bodies of patches and leaves out RequestReceived. Info: kubectl sends JSON, and the way around costs a second event per request.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        if (KubernetesRelease.IsFrom(context.Options.Release, FixedIn)) return;
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (rule.KnownLevel is not >= AuditLevel.Request || rule.IsForUrls || !(rule.Verbs.IsAny || rule.Verbs.Has("patch")) || !context.OmittedFor(rule).HasFlag(AuditStages.RequestReceived)) continue;
            if (PolicyQuestions.RegionOf(index, rule, "patch") is not { } patches || !TakesPatches(context.Options.Catalog, index, rule)) continue;
            RegionAnswer answer = context.Analysis.Find(patches, AuditLevel.Request);
            if (answer.State != RegionState.Found || answer.Rule != index) continue;
            (Origin origin, PolicyPath path) = context.LevelOf(index);
            findings.Add(Descriptor.At(origin, path, $"Up to Kubernetes 1.36 a server-side apply with a YAML body cannot be written at level {rule.Level.Or("")}, and RequestReceived is left out: the object changes and no event says so. Log patch at Metadata, or keep RequestReceived for this rule."));
            return;
        }
    }

    private static bool TakesPatches(ResourceCatalog catalog, int index, PolicyRuleNode rule)
        => rule.HasNoResources || PolicyWalk.EntriesOf(index, rule).Any(e => e.IsWholeGroup || e.Names.Any(n => n.Subresource is null && (catalog.Resource(e.Group ?? "", n.Text) is not { } known || known.Verbs.Contains("patch"))));
}
