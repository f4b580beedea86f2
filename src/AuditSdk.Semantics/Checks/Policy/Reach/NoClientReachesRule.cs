using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>A rule that earlier rules leave nothing that a client would ask for: all eight verbs are taken, or all but a create with a name.</summary>
internal static class NoClientReachesRule
{
    /// <summary>AUD1008.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1008", "No request that clients make reaches this rule", FindingSeverity.Warning);

    /// <summary>Asks the analysis about rules that are reachable in theory. A rule that clients' requests would not match anywhere is told by the check of its part, and where the rules that take them have its level, nothing is lost.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, Origin origin) in context.Rules)
        {
            if (context.Analysis.StateOf(index) != ReachState.Reachable || context.Analysis.RealReachWithoutWitness(index) is not { State: ReachState.Unreachable, CoveredBy.Count: > 0 } reach) continue;
            string who = RuleIsUnreachable.Takers(reach);
            bool isLost = reach.OtherLevel >= 0;
            string level = isLost ? $" rules[{reach.OtherLevel}] decides {context.Policy.Rules.Value[reach.OtherLevel].Value.Level.Or("")} where this rule says {rule.Level.Or("")}." : "";
            findings.Add(Descriptor.At(origin, new PolicyPath(index), $"The first rule that matches decides, and {who} every request of rules[{index}] that a client makes; only unheard-of verbs or names are left to it.{level} {(isLost ? "Move it before these, or delete it." : "Delete it.")}") with
            {
                Severity = isLost ? Descriptor.Severity : FindingSeverity.Info,
                Related = ValueList.From(reach.CoveredBy.Select(c => context.Policy.Rules.Value[c].Origin)),
            });
        }
    }
}
