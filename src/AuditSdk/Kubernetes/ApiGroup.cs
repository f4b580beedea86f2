using System.ComponentModel;

namespace AuditSdk.Kubernetes;

/// <summary>An API group, for what has no typed member: <c>ApiGroup.Named("extensions").All</c>.</summary>
public sealed record ApiGroup
{
    private ApiGroup(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The group's name without a version; empty is the core group.</summary>
    public string Name { get; }

    /// <summary>Since when Kubernetes no longer serves the group; null for a group that it serves, and for one that no catalog knows.</summary>
    public RemovedApiGroup? Removed => RemovedApiGroups.Find(Name);

    /// <summary>Every resource and subresource of the group.</summary>
    public ResourceSelector All => new(Name, null);

    /// <summary>A group by its name, without a version: <c>extensions</c>, not <c>extensions/v1beta1</c>. Empty is the core group; <c>*</c> is every group, since Kubernetes 1.36.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public static ApiGroup Named(string name) => new(name);

    /// <summary>A resource by its plural, lower-case name; <c>*</c> is every resource and subresource. Kubernetes compares text and knows no names: a wrong one matches nothing.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public KubernetesResource Resource(string name) => new(Name, name);

    /// <summary>A resource that a catalog knows; for generated members.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public KubernetesResource Resource(string name, ResourceFacts facts) => new(Name, name, facts);

    /// <summary>The subresource of that name of every resource of the group: <c>*/status</c>.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public NamedResource EverySubresource(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(Name, "*/" + name);
    }
}
