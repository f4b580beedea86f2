using AuditSdk.Semantics.Documents;

namespace AuditSdk.Kubernetes;

/// <summary>What a rule selects of an API group: the whole group, a resource, a subresource, or objects by name.</summary>
public record ResourceSelector
{
    /// <summary>A selection of an API group.</summary>
    /// <param name="group">The group; empty is the core group.</param>
    /// <param name="resource">As in a policy: <c>pods</c>, <c>pods/log</c>, <c>pods/*</c>, <c>*/status</c>, <c>*</c>; null is every resource of the group.</param>
    /// <param name="facts">What a catalog knows of it; null where none does.</param>
    internal ResourceSelector(string group, string? resource, ResourceFacts? facts = null) => (Group, Resource, Facts) = (group, resource, facts);

    /// <summary>The group; empty is the core group.</summary>
    public string Group { get; }

    /// <summary>The resource as in a policy: <c>pods</c> without its subresources, <c>pods/log</c>, <c>pods/*</c>, <c>*/status</c>, <c>*</c>; null is every resource and subresource of the group.</summary>
    public string? Resource { get; }

    /// <summary>What a catalog knows of it; null where none does: then nothing is known, not even that it is not there.</summary>
    public ResourceFacts? Facts { get; }

    /// <summary>Names of objects; empty is any. Only requests with a name in their path, and lists and watches of one <c>metadata.name</c>, have one.</summary>
    public ValueList<string> Names { get; init; } = [];
}

/// <summary>A resource or subresource, whose objects can be selected by name.</summary>
public record NamedResource : ResourceSelector
{
    /// <summary>A resource or subresource.</summary>
    protected internal NamedResource(string group, string resource, ResourceFacts? facts = null)
        : base(group, resource, facts)
        => ArgumentNullException.ThrowIfNull(resource); // null would select the whole group

    /// <summary>The objects of these names only, compared whole. A create request has no name in its path and is not among them.</summary>
    /// <exception cref="ArgumentException">There are no names: an empty list would select objects of any name.</exception>
    public ResourceSelector Named(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length == 0) throw new ArgumentException($"Named() of {Resource} got no names, which would select objects of any name. Give one or more, or leave Named out.", nameof(names));
        return this with { Names = [.. names] };
    }
}

/// <summary>A resource with its subresources.</summary>
public record KubernetesResource : NamedResource
{
    /// <summary>A resource.</summary>
    protected internal KubernetesResource(string group, string resource, ResourceFacts? facts = null)
        : base(group, resource, facts)
    {
    }

    /// <summary>The resource itself and every subresource of it: <c>pods/*</c>.</summary>
    public NamedResource WithSubresources => new(Group, Resource + "/*", Facts);

    /// <summary>A subresource by text: <c>pods/NAME</c>.</summary>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public NamedResource Subresource(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(Group, Resource + "/" + name);
    }

    /// <summary>A subresource that a catalog knows; for generated members.</summary>
    protected NamedResource Subresource(string name, ResourceFacts facts) => new(Group, Resource + "/" + name, facts);
}
