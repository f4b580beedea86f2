using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>A check of a policy.</summary>
/// <param name="Descriptor">Its id, title and severity.</param>
/// <param name="Check">Looks at the policy and reports what it finds; silent about what is unknown.</param>
public sealed record PolicyCheck(CheckDescriptor Descriptor, Action<PolicyCheckContext, FindingSink> Check);
