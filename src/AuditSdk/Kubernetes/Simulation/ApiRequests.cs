using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>
/// A set of requests, written like a rule: fields are ANDed, the values of a field ORed, an empty field is any. With resources or namespaces it has resource requests, with
/// URLs the others, with neither both. <c>new ApiRequests { Resources = [Core.Secrets.WithSubresources], Verbs = [Verb.Update] }</c> is every update of every secret, by anyone.
/// </summary>
public sealed record ApiRequests
{
    /// <summary>The user's name; empty is any user.</summary>
    public ValueList<string> Users { get; init; } = [];

    /// <summary>A group of the user; empty is any.</summary>
    public ValueList<string> UserGroups { get; init; } = [];

    /// <summary>Verbs such as those of <see cref="Verb"/>; empty is any, unheard-of ones too.</summary>
    public ValueList<string> Verbs { get; init; } = [];

    /// <summary>Resources; <c>Core.Pods</c> is without its subresources, as in a rule.</summary>
    public ValueList<ResourceSelector> Resources { get; init; } = [];

    /// <summary>Namespaces; the empty string is a request without one.</summary>
    public ValueList<string> Namespaces { get; init; } = [];

    /// <summary>Paths; a <c>*</c> at the end is a prefix.</summary>
    public ValueList<string> NonResourceUrls { get; init; } = [];

    /// <summary>True for requests whose login fails (401): they have no user and no groups. Default: false, requests with and without a user.</summary>
    public bool WithFailedLogin { get; init; }

    internal PolicyRegion Region => new()
    {
        Users = Users,
        UserGroups = UserGroups,
        Verbs = Verbs,
        Resources = ValueList.From(Resources.Select(Resource)),
        Namespaces = Namespaces,
        NonResourceUrls = NonResourceUrls,
        WithoutUser = WithFailedLogin,
    };

    private static RegionResource Resource(ResourceSelector selector)
    {
        string? group = selector.Group == "*" ? null : selector.Group;
        if (selector.Resource is null or "*") return new(group, null, null) { Names = selector.Names };
        string[] parts = selector.Resource.Split('/', 2);
        string? subresource = parts.Length == 1 ? "" : parts[1] == "*" ? null : parts[1];
        return new(group, parts[0] == "*" ? null : parts[0], subresource) { Names = selector.Names };
    }
}
