using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>A rule that would log, if it and the policy did not leave out every stage.</summary>
internal static class EveryStageIsOmitted
{
    // Panic comes in place of ResponseComplete when a handler crashes; without the other three nothing else is ever logged.
    private const AuditStages Usual = AuditStages.RequestReceived | AuditStages.ResponseStarted | AuditStages.ResponseComplete;

    /// <summary>AUD1010.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1010", "Every stage is left out", FindingSeverity.Error);

    /// <summary>Joins the stages of the policy and of each rule that logs.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.Logs || (context.OmittedFor(rule) & Usual) != Usual) continue;
            (Origin origin, PolicyPath path) = context.PlaceOf(AuditStages.ResponseComplete, index, rule);
            string rest = context.OmittedFor(rule).HasFlag(AuditStages.Panic) ? "none is left: nothing" : "only Panic is left: nothing short of a crash";
            findings.Add(Descriptor.At(origin, path, $"The stages that the policy and the rule leave out are joined, and {rest} that the rule decides is logged. Leave out RequestReceived only, or give the rule level None."));
        }
    }
}
