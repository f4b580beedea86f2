namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What a policy decides for a request.</summary>
/// <param name="Rule">The first rule that matches, from 0; -1 where none does.</param>
/// <param name="Level">The level; <see cref="AuditLevel.None"/> where no rule matches.</param>
/// <param name="OmitStages">Stages that make no event: the policy's and the rule's.</param>
/// <param name="OmitManagedFields">Whether bodies lose their managed fields: the rule's word, else the policy's.</param>
public readonly record struct PolicyDecision(int Rule, AuditLevel Level, AuditStages OmitStages, bool OmitManagedFields);
