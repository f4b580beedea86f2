using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What a policy sees of a request. API version, query, body, source address and response code are not looked at.</summary>
public sealed record RequestAttributes
{
    /// <summary>The authenticated user, not the impersonated one; null where the login failed (401).</summary>
    public RequestUser? User { get; init; }

    /// <summary>The verb: Kubernetes' own for resources, the lower-case HTTP method for other paths.</summary>
    public string Verb { get; init; } = "";

    /// <summary>True for a request on a resource.</summary>
    public bool IsResource { get; init; }

    /// <summary>The API group; empty is the core group.</summary>
    public string ApiGroup { get; init; } = "";

    /// <summary>The version of the group.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary>The plural of the resource.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource; empty for the resource itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The namespace; empty for cluster-scoped resources and for all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name in the path, or of a <c>metadata.name</c> field selector; a create request has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The path without the query.</summary>
    public string Path { get; init; } = "";
}

/// <summary>The user of a request.</summary>
/// <param name="Name">The name; may be empty.</param>
/// <param name="Groups">The groups.</param>
public sealed record RequestUser(string Name, ValueList<string> Groups);
