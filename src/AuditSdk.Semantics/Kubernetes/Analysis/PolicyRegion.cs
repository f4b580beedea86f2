using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>A set of requests, written like a rule: lists are ANDed, the values of one ORed, an empty list is any. With resources, namespaces or names it has resource requests, with URLs the others, with neither both.</summary>
public sealed record PolicyRegion
{
    /// <summary>The user's name.</summary>
    public ValueList<string> Users { get; init; } = ValueList<string>.Empty;

    /// <summary>A group of the user.</summary>
    public ValueList<string> UserGroups { get; init; } = ValueList<string>.Empty;

    /// <summary>The groups of the user, all of them; null where it may be in any others as well.</summary>
    public ValueList<string>? ExactGroups { get; init; }

    /// <summary>Verbs; without them a request with an unheard-of verb counts as well.</summary>
    public ValueList<string> Verbs { get; init; } = ValueList<string>.Empty;

    /// <summary>Namespaces; the empty string is a request without one.</summary>
    public ValueList<string> Namespaces { get; init; } = ValueList<string>.Empty;

    /// <summary>Resources.</summary>
    public ValueList<RegionResource> Resources { get; init; } = ValueList<RegionResource>.Empty;

    /// <summary>Names of objects; the empty string is a request without one.</summary>
    public ValueList<string> Names { get; init; } = ValueList<string>.Empty;

    /// <summary>Paths; a star at the end is a prefix.</summary>
    public ValueList<string> NonResourceUrls { get; init; } = ValueList<string>.Empty;

    /// <summary>True for requests whose login failed: they have no user and no groups.</summary>
    public bool WithoutUser { get; init; }
}

/// <summary>A resource or subresource.</summary>
/// <param name="Group">The API group; empty is the core group, null is any.</param>
/// <param name="Resource">The plural; null is any.</param>
/// <param name="Subresource">The subresource; empty is the resource itself, null is the resource with all of its subresources.</param>
public sealed record RegionResource(string? Group, string? Resource, string? Subresource = "")
{
    /// <summary>Names of its objects, instead of those of the region; the empty string is a request without one.</summary>
    public ValueList<string> Names { get; init; } = ValueList<string>.Empty;

    internal EntryReading Entry(string[]? namesOfRegion)
    {
        string[]? names = Names.Count > 0 ? [.. Names] : namesOfRegion;
        string pattern = (Resource ?? "*") + (Subresource switch { null => "/*", "" => "", _ => "/" + Subresource });
        if (Resource is null && string.IsNullOrEmpty(Subresource)) pattern = "*";
        return new(Group, [pattern], names);
    }
}
