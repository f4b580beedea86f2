using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>An empty <c>omitStages</c> in a rule, below a policy that leaves stages out.</summary>
internal static class RuleCannotBringBackAStage
{
    /// <summary>AUD1013.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1013", "A rule cannot bring back a stage that the policy leaves out", FindingSeverity.Info);

    /// <summary>Looks for empty lists only: naming another stage in a rule adds to the policy's, as its author may well know.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        string[] omitted = [.. context.Policy.OmitStages.Texts];
        if (omitted.Length == 0) return;
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.OmitStages.IsKnown || rule.OmitStages.Value.Count > 0) continue;
            PolicyPath path = new(index, PolicyField.OmitStages);
            findings.Add(Descriptor.At(rule.OmitStages.Origin, path, $"The policy leaves out {PolicyWords.List(omitted)} for all rules, and an empty list does not bring anything back. Drop it, or give the other rules omitStages and the policy none.", new RemoveField("Drop the empty omitStages", path)));
        }
    }
}
