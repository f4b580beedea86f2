using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Emission;

/// <summary>A policy that could be mapped; its own checks may have found errors.</summary>
internal sealed record MappedPolicy(EmissionTarget Target, string? Name, PolicyDocument Document);

/// <summary>A pipeline that could be mapped.</summary>
internal sealed record MappedPipeline(EmissionTarget Target, string? Name, FluentdElement Root, FluentdTarget Fluentd, ValueList<string> Types);

/// <summary>Which policies and pipelines belong to one cluster: those of one class, and in a fleet those of one name. Where two policies could be the one, nobody knows.</summary>
internal sealed class ClusterPairs
{
    private readonly List<MappedPolicy> _policies = [];
    private readonly List<MappedPipeline> _pipelines = [];

    public void Add(MappedPolicy policy) => _policies.Add(policy);

    public void Add(MappedPipeline pipeline) => _pipelines.Add(pipeline);

    /// <summary>The pairs, in the order of the pipelines.</summary>
    public IEnumerable<(MappedPolicy Policy, MappedPipeline Pipeline)> All
    {
        get
        {
            foreach (MappedPipeline pipeline in _pipelines)
            {
                List<MappedPolicy> ofClass = _policies.FindAll(p => ClassOf(p.Target) == ClassOf(pipeline.Target));
                List<MappedPolicy> ofName = ofClass.FindAll(p => p.Name == pipeline.Name);

                // A policy without a name is that of the whole fleet.
                if (ofName.Count == 0) ofName = ofClass.FindAll(p => p.Name is null);
                if (ofName is [var policy]) yield return (policy, pipeline);
            }
        }
    }

    private static string ClassOf(EmissionTarget target) => target.Class.Length > 0 ? target.Class : target.Member[..Math.Max(0, target.Member.LastIndexOf('.'))];
}
