namespace AuditSdk.Kubernetes;

/// <summary>Says which resource a generated member stands for, so that analysis can read <c>Core.Pods.Log</c> without running it.</summary>
/// <param name="group">The API group; empty is the core group.</param>
/// <param name="resource">As in a policy: <c>pods</c>, <c>pods/log</c>; null is every resource of the group.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KubernetesResourceAttribute(string group, string? resource) : Attribute
{
    /// <summary>The API group; empty is the core group.</summary>
    public string Group { get; } = group;

    /// <summary>As in a policy; null is every resource of the group.</summary>
    public string? Resource { get; } = resource;
}
