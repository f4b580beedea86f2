using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>A rule without which the policy decides the same.</summary>
internal static class RuleIsRedundant
{
    /// <summary>AUD1002.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1002", "The policy decides the same without this rule", FindingSeverity.Info, CheckProfile.Strict);

    /// <summary>Asks the analysis about rules that decide something. To say what a catch-all would say anyway is good style: rules with the level of the catch-all are left alone, and so is a last rule that says None for what no rule matches.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        string? rest = LevelOfTheRest(context);
        foreach ((int index, PolicyRuleNode rule, Origin origin) in context.Rules)
        {
            if (rest is null || rule.Level.Or(null) == rest || context.Analysis.StateOf(index) != ReachState.Reachable || context.Analysis.Redundancy(index).State != RedundancyState.Redundant) continue;
            findings.Add(Descriptor.At(origin, new PolicyPath(index), $"Without rules[{index}] every request is decided as it is with it: later rules say the same. Delete it, unless it is there to be read.", new RemoveRule($"Delete rules[{index}]; later rules decide the same", index)));
        }
    }

    // Null where it is not known.
    private static string? LevelOfTheRest(PolicyCheckContext context)
    {
        if (context.RuleCount == 0) return null;
        Node<PolicyRuleNode> last = context.Policy.Rules.Value[context.RuleCount - 1];
        if (!last.IsKnown) return null;
        return last.Value.IsForEverything && last.Value.IsForEveryone ? last.Value.Level.Or(null) : "None";
    }
}
