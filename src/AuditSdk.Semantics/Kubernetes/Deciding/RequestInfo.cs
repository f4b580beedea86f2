namespace AuditSdk.Semantics.Kubernetes;

/// <summary>From an HTTP method and a URL to what the audit policy sees, as kube-apiserver derives it.</summary>
public static class RequestInfo
{
    /// <summary>The attributes of a request.</summary>
    /// <param name="method">The HTTP method as sent; methods are upper case, <c>get</c> is an unknown one.</param>
    /// <param name="url">Path and query, or a whole URL; a fragment never reaches the server and is cut off.</param>
    /// <param name="user">The authenticated user; null where the login failed.</param>
    /// <exception cref="ArgumentException">The path has a broken percent escape: a server answers 400 and writes no event.</exception>
    public static RequestAttributes Of(string method, string url, RequestUser? user)
    {
        RequestUrl parsed = RequestUrl.Parse(url);
        RequestAttributes request = new() { User = user, Path = parsed.Path, Verb = method.ToLowerInvariant() };
        string trimmed = parsed.Path.Trim('/');
        ArraySegment<string> parts = new(trimmed.Length == 0 ? [] : trimmed.Split('/'));

        // /api/VERSION and /apis/GROUP/VERSION are discovery documents, not resources.
        if (parts.Count < 3) return request;
        switch (parts.At(0))
        {
            case "api":
                return OfResource(request with { ApiVersion = parts.At(1) }, method, parsed, parts.From(2));
            case "apis" when parts.Count >= 4:
                return OfResource(request with { ApiGroup = parts.At(1), ApiVersion = parts.At(2) }, method, parsed, parts.From(3));
            default:
                return request;
        }
    }

    private static RequestAttributes OfResource(RequestAttributes request, string method, RequestUrl url, ArraySegment<string> parts)
    {
        string verb = VerbOf(method);
        if (parts.At(0) is "watch" or "proxy")
        {
            // Nothing to watch: the server answers 500; its attributes are what it knew so far.
            if (parts.Count < 2) return request with { IsResource = true };
            verb = parts.At(0);
            parts = parts.From(1);
        }

        string ns = "";
        if (parts.At(0) == "namespaces" && parts.Count > 1)
        {
            ns = parts.At(1);
            // A namespace has subresources of its own; anything else behind its name is a resource in it.
            if (parts.Count > 2 && parts.At(2) is not ("status" or "finalize")) parts = parts.From(2);
        }

        request = request with
        {
            IsResource = true,
            Verb = verb,
            Namespace = ns,
            Resource = parts.At(0),
            Name = parts.Count > 1 ? parts.At(1) : "",
            Subresource = parts.Count > 2 && verb != "proxy" ? parts.At(2) : "",
        };
        return request.Name.Length > 0 ? request : WithoutName(request, url);
    }

    /// <summary>A get without a name is a list or a watch, a delete without one a deletecollection.</summary>
    private static RequestAttributes WithoutName(RequestAttributes request, RequestUrl url)
    {
        if (request.Verb == "delete") return request with { Verb = "deletecollection" };
        if (request.Verb != "get") return request;
        ListQuery list = ListQuery.Of(url);
        return request with { Verb = list.IsWatch ? "watch" : "list", Name = list.Name };
    }

    private static string VerbOf(string method) => method switch
    {
        "POST" => "create",
        "GET" or "HEAD" => "get",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ => "",
    };

    private static string At(this ArraySegment<string> parts, int index) => parts.Array![parts.Offset + index];

    private static ArraySegment<string> From(this ArraySegment<string> parts, int index) => new(parts.Array!, parts.Offset + index, parts.Count - index);
}
