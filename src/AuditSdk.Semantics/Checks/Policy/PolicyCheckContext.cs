using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>A policy under check, with what the checks share.</summary>
public sealed class PolicyCheckContext(PolicyDocument policy, PolicyCheckOptions options, CancellationToken cancellation = default)
{
    /// <summary>The policy.</summary>
    public PolicyDocument Policy => policy;

    /// <summary>What it is checked for.</summary>
    public PolicyCheckOptions Options => options;

    /// <summary>Ends the checks early.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>The rules that are known, with their places in the policy.</summary>
    public IEnumerable<(int Index, PolicyRuleNode Rule, Origin Origin)> Rules
    {
        get
        {
            if (!policy.Rules.IsKnown) yield break;
            for (int i = 0; i < policy.Rules.Value.Count; i++)
            {
                Node<PolicyRuleNode> rule = policy.Rules.Value[i];
                if (rule.IsKnown) yield return (i, rule.Value, rule.Origin);
            }
        }
    }
}
