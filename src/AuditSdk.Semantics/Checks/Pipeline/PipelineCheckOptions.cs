using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>What a policy and its pipeline are checked for; the profile is that of the pipeline.</summary>
public sealed record PipelineCheckOptions
{
    /// <summary>Of the policy.</summary>
    public PolicyCheckOptions Policy { get; init; } = new();

    /// <summary>Of the pipeline.</summary>
    public FluentdCheckOptions Pipeline { get; init; } = new();

    /// <summary>The log between them; default: nothing is known of it.</summary>
    public AuditLogSettings AuditLog { get; init; } = new();
}
