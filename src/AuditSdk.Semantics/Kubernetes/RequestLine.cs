namespace AuditSdk.Semantics.Kubernetes;

/// <summary>A request in a line of a message.</summary>
internal static class RequestLine
{
    /// <summary><c>get secrets 'db' in namespace 'default' by 'alice' (system:authenticated)</c>, <c>get /healthz by a failed login</c>.</summary>
    public static string Of(RequestAttributes request) => $"{(request.Verb.Length == 0 ? "(no verb)" : request.Verb)} {What(request)} by {Who(request.User)}";

    private static string What(RequestAttributes request)
    {
        if (!request.IsResource) return request.Path.Length == 0 ? "the empty path" : request.Path;
        string what = PolicyWords.Resource(request.ApiGroup, request.Resource + (request.Subresource.Length == 0 ? "" : "/" + request.Subresource));
        if (request.Name.Length > 0) what += $" '{request.Name}'";
        return request.Namespace.Length == 0 ? what : $"{what} in namespace '{request.Namespace}'";
    }

    private static string Who(RequestUser? user)
    {
        if (user is null) return "a failed login";
        string groups = user.Groups.Count == 0 ? "" : $" ({string.Join(", ", user.Groups)})";
        return $"'{user.Name}'{groups}";
    }
}
