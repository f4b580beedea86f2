using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>A rule all of whose requests are taken by rules before it, by one or by several together.</summary>
internal static class RuleIsUnreachable
{
    /// <summary>AUD1001.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1001", "No request reaches this rule", FindingSeverity.Warning);

    /// <summary>Asks the analysis about every rule. A rule that matches nothing wherever it stands is told by the check of its part.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, Origin origin) in context.Rules)
        {
            if (context.Analysis.StateOf(index) != ReachState.Unreachable) continue;
            RuleReach reach = context.Analysis.Reach(index);
            if (reach.CoveredBy.Count == 0) continue;
            MoveRule? move = reach.OtherLevel >= 0 ? Move(context, index, reach) : null;
            PolicyEdit remedy = (PolicyEdit?)move ?? new RemoveRule($"Delete rules[{index}], which decides nothing", index);
            findings.Add(Descriptor.At(origin, new PolicyPath(index), Message(context, index, rule, reach, move), remedy) with { Related = ValueList.From(reach.CoveredBy.Select(c => context.Policy.Rules.Value[c].Origin)) });
        }
    }

    /// <summary>The rules that take what a rule matches, as the subject of a sentence with its verb.</summary>
    public static string Takers(RuleReach reach)
    {
        string[] coverers = [.. reach.CoveredBy.Take(4).Select(c => $"rules[{c}]")];
        return reach.CoveredBy.Count == 1 ? $"{coverers[0]} takes" : string.Join(", ", coverers) + (reach.CoveredBy.Count > coverers.Length ? $" and {reach.CoveredBy.Count - coverers.Length} more" : "") + " together take";
    }

    private static string Message(PolicyCheckContext context, int index, PolicyRuleNode rule, RuleReach reach, MoveRule? move)
    {
        string level = reach.OtherLevel >= 0 ? $" rules[{reach.OtherLevel}] decides {context.Policy.Rules.Value[reach.OtherLevel].Value.Level.Or("")} where this rule says {rule.Level.Or("")}." : "";
        string advice = move is not null ? $"Move it before rules[{move.Before}], or delete it." : "Delete it, or make it match more.";
        return $"The first rule that matches decides, and {Takers(reach)} every request of rules[{index}].{level} {advice}";
    }

    // Before the first rule that covers it, where that leaves every rule something to decide.
    private static MoveRule? Move(PolicyCheckContext context, int index, RuleReach reach)
    {
        int before = reach.CoveredBy[0];
        if (context.Analysis.StateIfMoved(index, index, before) != ReachState.Reachable) return null;
        foreach (int coverer in reach.CoveredBy)
        {
            if (context.Analysis.StateIfMoved(coverer, index, before) != ReachState.Reachable) return null;
        }

        return new MoveRule($"Move rules[{index}] before rules[{before}]", index, before);
    }
}
