using AuditSdk.Semantics.Checks.Policy.Stages;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>Policies in which what real requests never meet does not count.</summary>
internal static class PolicyViews
{
    /// <summary>Rules that write no body count as Metadata: bodies are in ResponseComplete, and no user, group or namespace has a star in its name. Null where there are none.</summary>
    public static PolicyDocument? WithoutUnwrittenBodies(PolicyDocument policy)
    {
        AuditStages all = OmittedStages.Of(policy.OmitStages);
        bool WritesNone(PolicyRuleNode rule) => rule.KnownLevel > AuditLevel.Metadata
            && ((all | OmittedStages.Of(rule.OmitStages)).HasFlag(AuditStages.ResponseComplete) || MatchesNobody(rule));
        if (!policy.Rules.IsKnown || !policy.Rules.Value.Any(r => r.IsKnown && WritesNone(r.Value))) return null;
        return WithRules(policy, policy.Rules.Value.Select(r => r.IsKnown && WritesNone(r.Value) ? WithLevel(r, "Metadata") : r));
    }

    /// <summary>Rules with level None that match no real request count as Metadata. Null where there are none.</summary>
    public static PolicyDocument? WithoutSilenceForNobody(PolicyDocument policy)
    {
        static bool IsForNobody(PolicyRuleNode rule) => rule.KnownLevel == AuditLevel.None && MatchesNobody(rule);
        if (!policy.Rules.IsKnown || !policy.Rules.Value.Any(r => r.IsKnown && IsForNobody(r.Value))) return null;
        return WithRules(policy, policy.Rules.Value.Select(r => r.IsKnown && IsForNobody(r.Value) ? WithLevel(r, "Metadata") : r));
    }

    private static bool MatchesNobody(PolicyRuleNode rule) => HasOnlyStars(rule.Users) || HasOnlyStars(rule.UserGroups) || HasOnlyStars(rule.Namespaces);

    private static bool HasOnlyStars(Node<ValueList<Node<string>>> list) => list.IsKnown && list.Value.Count > 0 && list.IsWhollyKnown && list.Texts.All(t => t.IndexOf('*') >= 0);

    private static PolicyDocument WithRules(PolicyDocument policy, IEnumerable<Node<PolicyRuleNode>> rules)
        => policy with { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(rules), policy.Rules.Origin) };

    private static Node<PolicyRuleNode> WithLevel(Node<PolicyRuleNode> rule, string level) => Node<PolicyRuleNode>.Of(rule.Value with { Level = Node<string>.Of(level) }, rule.Origin);
}
