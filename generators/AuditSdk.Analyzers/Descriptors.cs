using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Checks.Pipeline;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Analyzers;

/// <summary>The checks that analyzers run.</summary>
internal static class Descriptors
{
    /// <summary>What can be wrong with a policy.</summary>
    public static DescriptorSet OfPolicies { get; } = new(PolicyChecks.Category, PolicyChecks.All.Select(c => c.Descriptor));

    /// <summary>What can be wrong with a policy in a file, and with the file.</summary>
    public static DescriptorSet OfPolicyFiles { get; } = new(PolicyChecks.Category, PolicyChecks.All.Select(c => c.Descriptor).Concat(PolicyFile.Descriptors));

    /// <summary>What can be wrong with a pipeline.</summary>
    public static DescriptorSet OfPipelines { get; } = new(FluentdChecks.Category, FluentdChecks.All.Select(c => c.Descriptor));

    /// <summary>What can be wrong with a policy and its pipeline together.</summary>
    public static DescriptorSet OfPairs { get; } = new(PipelineChecks.Category, PipelineChecks.All.Select(c => c.Descriptor));
}
