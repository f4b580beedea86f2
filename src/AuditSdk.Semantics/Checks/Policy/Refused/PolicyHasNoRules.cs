using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A policy has no rules.</summary>
internal static class PolicyHasNoRules
{
    /// <summary>AUD1110.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1110", "A policy has no rules", FindingSeverity.Error);

    /// <summary>Reports a policy without rules.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(PolicyDocument policy)
    {
        bool isEmpty = policy.Rules.State == NodeState.Absent || (policy.Rules.IsKnown && policy.Rules.Value.Count == 0);
        if (!isEmpty) return null;
        Finding finding = Descriptor.At(policy.Rules.IsKnown ? policy.Rules.Origin : policy.Origin, "The policy has no rules, so kube-apiserver does not start. Give it at least one, such as '- level: Metadata'.");
        return finding with { Path = "rules", IsRefusal = true, Detail = "loaded illegal policy with 0 rules" };
    }
}
