using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The rules of a policy as deciding and analysis number them.</summary>
internal static class PolicyRules
{
    /// <summary>The rules; one unknown rule, which stands for any number of any rules, where the list is not known.</summary>
    public static IReadOnlyList<Node<PolicyRuleNode>> RulesOrUnknown(this PolicyDocument policy) => policy.Rules.State switch
    {
        NodeState.Known => policy.Rules.Value,
        NodeState.Unknown => [Node<PolicyRuleNode>.Unknown(policy.Rules.Origin)],
        _ => [],
    };
}
