using AuditSdk.Semantics.Checks.Policy.Stages;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>Policies that put another question in the form of "is any request logged at this level".</summary>
internal static class PolicyViews
{
    private static readonly PolicyRuleNode CatchAll = new() { Level = Node<string>.Of("RequestResponse") };

    /// <summary>Rules that write no body count as Metadata: bodies are in ResponseComplete, and no user, group or namespace has a star in its name. Null where there are none.</summary>
    public static PolicyDocument? WithoutUnwrittenBodies(PolicyDocument policy)
    {
        AuditStages all = OmittedStages.Of(policy.OmitStages);
        bool WritesNone(PolicyRuleNode rule) => rule.KnownLevel > AuditLevel.Metadata
            && ((all | OmittedStages.Of(rule.OmitStages)).HasFlag(AuditStages.ResponseComplete) || MatchesNobody(rule));
        if (!policy.Rules.IsKnown || !policy.Rules.Value.Any(r => r.IsKnown && WritesNone(r.Value))) return null;
        return WithRules(policy, policy.Rules.Value.Select(r => r.IsKnown && WritesNone(r.Value) ? WithLevel(r, "Metadata") : r));
    }

    /// <summary>What is logged becomes None, and what is not becomes RequestResponse; rules that match no real request are None too.</summary>
    public static PolicyDocument Inverted(PolicyDocument policy)
    {
        if (!policy.Rules.IsKnown) return policy;
        IEnumerable<Node<PolicyRuleNode>> rules = policy.Rules.Value.Select(r => r.IsKnown && r.Value.KnownLevel is { } level ? WithLevel(r, level == AuditLevel.None && !MatchesNobody(r.Value) ? "RequestResponse" : "None") : r);
        return WithRules(policy, [.. rules, Node<PolicyRuleNode>.Of(CatchAll)]);
    }

    /// <summary>The policy with a catch-all behind its rules, which decides what they leave.</summary>
    public static PolicyDocument WithCatchAll(PolicyDocument policy) => WithRules(policy, [.. policy.Rules.Value, Node<PolicyRuleNode>.Of(CatchAll)]);

    /// <summary>The policy with a rule before another one that stands earlier.</summary>
    public static PolicyDocument Moved(PolicyDocument policy, int rule, int before)
    {
        List<Node<PolicyRuleNode>> rules = [.. policy.Rules.Value];
        Node<PolicyRuleNode> moved = rules[rule];
        rules.RemoveAt(rule);
        rules.Insert(before, moved);
        return WithRules(policy, rules);
    }

    private static bool MatchesNobody(PolicyRuleNode rule) => HasOnlyStars(rule.Users) || HasOnlyStars(rule.UserGroups) || HasOnlyStars(rule.Namespaces);

    private static bool HasOnlyStars(Node<ValueList<Node<string>>> list) => list.IsKnown && list.Value.Count > 0 && list.IsWhollyKnown && list.Texts.All(t => t.IndexOf('*') >= 0);

    private static PolicyDocument WithRules(PolicyDocument policy, IEnumerable<Node<PolicyRuleNode>> rules)
        => policy with { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(rules), policy.Rules.Origin) };

    private static Node<PolicyRuleNode> WithLevel(Node<PolicyRuleNode> rule, string level) => Node<PolicyRuleNode>.Of(rule.Value with { Level = Node<string>.Of(level) }, rule.Origin);
}
