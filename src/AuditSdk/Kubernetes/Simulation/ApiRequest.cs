using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>
/// A request to kube-apiserver, to ask a policy about in a unit test: <c>ApiRequest.Get("/api/v1/namespaces/default/pods").As("alice", "devs")</c>.
/// The URL becomes verb, group, resource, namespace and name the way the server does it. (Not named Request, which is a <see cref="Level"/>.)
/// </summary>
public sealed record ApiRequest
{
    private const string Anonymous = "system:anonymous";
    private const string Authenticated = "system:authenticated";
    private const string Unauthenticated = "system:unauthenticated";
    private const string ServiceAccountPrefix = "system:serviceaccount:";

    private ApiRequest(string method, string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.StartsWith('/')) throw new ArgumentException($"The URL '{url}' is no path: begin with a '/', without scheme and host.", nameof(url));
        (Method, Url) = (method, url);
        User = new RequestUser("alice", [Authenticated]);
    }

    private ApiRequest(string method, string url, RequestAttributes attributes) => (Method, Url, User, Example) = (method, url, attributes.User, attributes);

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path and query.</summary>
    public string Url { get; }

    /// <summary>The authenticated user; null where the login failed. Default: <c>alice</c>, in no group but <c>system:authenticated</c>.</summary>
    public RequestUser? User { get; private init; }

    /// <summary>What the policy sees.</summary>
    public RequestAttributes Attributes => Example is null ? RequestInfo.Of(Method, Url, User) : Example with { User = User };

    // What an analysis found; its URL may be but an approximation of it.
    private RequestAttributes? Example { get; }

    /// <summary>GET: get, list or watch of a resource.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Get(string url) => new("GET", url);

    /// <summary>HEAD.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Head(string url) => new("HEAD", url);

    /// <summary>POST: create of a resource.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Post(string url) => new("POST", url);

    /// <summary>PUT: update of a resource.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Put(string url) => new("PUT", url);

    /// <summary>PATCH: patch of a resource, server-side apply too.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Patch(string url) => new("PATCH", url);

    /// <summary>DELETE: delete or, without a name, deletecollection of a resource.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Delete(string url) => new("DELETE", url);

    /// <summary>Any method.</summary>
    /// <exception cref="ArgumentException">The URL does not begin with a slash.</exception>
    public static ApiRequest Of(string method, string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        return new(method, url);
    }

    /// <summary>The request of a user. Like the server, it adds the group <c>system:authenticated</c>, but to the anonymous user <c>system:unauthenticated</c>, and for a service account the groups of service accounts.</summary>
    /// <param name="user">The name of the user, such as those of <see cref="SystemUsers"/>.</param>
    /// <param name="groups">The groups of the user.</param>
    public ApiRequest As(string user, params string[] groups)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(groups);
        return this with { User = new RequestUser(user, ValueList.From(groups.Concat(GroupsOfServer(user, groups)).Distinct(StringComparer.Ordinal))) };
    }

    /// <summary>The request of a service account.</summary>
    /// <param name="serviceNamespace">Its namespace.</param>
    /// <param name="name">Its name.</param>
    public ApiRequest AsServiceAccount(string serviceNamespace, string name) => As(ServiceAccountPrefix + serviceNamespace + ":" + name);

    /// <summary>The request of nobody, where anonymous requests are allowed: user <c>system:anonymous</c>, group <c>system:unauthenticated</c>.</summary>
    public ApiRequest AsAnonymous() => As(Anonymous);

    /// <summary>A request whose login fails (401): it has no user, so no rule with users or groups matches it, and its only event is <see cref="Stage.ResponseStarted"/>.</summary>
    public ApiRequest WithFailedLogin() => this with { User = null };

    /// <summary>The request on one line.</summary>
    public override string ToString()
    {
        string who = User is null ? "with a failed login" : User.Groups.Count == 0 ? $"by {User.Name}" : $"by {User.Name} ({string.Join(", ", User.Groups)})";
        return $"{Method} {Url} {who}";
    }

    internal static ApiRequest Of(RequestAttributes attributes)
    {
        string method = attributes.IsResource ? MethodOf(attributes.Verb) : attributes.Verb.ToUpperInvariant();
        string path = attributes.Path.StartsWith('/') ? attributes.Path : "/" + attributes.Path;
        string selector = attributes.Verb is "list" or "watch" && attributes.Name.Length > 0 ? "fieldSelector=metadata.name=" + Uri.EscapeDataString(attributes.Name) : "";
        string query = string.Join('&', new[] { attributes.IsResource && attributes.Verb == "watch" ? "watch=true" : "", selector }.Where(q => q.Length > 0));
        return new(method, query.Length == 0 ? path : path + "?" + query, attributes);
    }

    private static string MethodOf(string verb) => verb switch
    {
        "create" => "POST",
        "get" or "list" or "watch" => "GET",
        "update" => "PUT",
        "patch" => "PATCH",
        "delete" or "deletecollection" => "DELETE",
        _ => verb.ToUpperInvariant(),
    };

    private static IEnumerable<string> GroupsOfServer(string user, string[] groups)
    {
        if (user.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) && user[ServiceAccountPrefix.Length..].Split(':') is [var serviceNamespace, _])
        {
            yield return "system:serviceaccounts";
            yield return "system:serviceaccounts:" + serviceNamespace;
        }

        if (user == Anonymous) yield return Unauthenticated;
        else if (!groups.Contains(Unauthenticated)) yield return Authenticated;
    }
}
