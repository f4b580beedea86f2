namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The verbs that requests have, and those that they are often thought to have.</summary>
internal static class AuditVerbs
{
    /// <summary>Verbs of requests on resources that a server answers.</summary>
    public static readonly IReadOnlyList<string> OfResources = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    /// <summary>Verbs of requests for paths: the lower-case HTTP method. Any other method is one too.</summary>
    public static readonly IReadOnlyList<string> OfUrls = ["get", "head", "post", "put", "patch", "delete", "options", "connect", "trace"];

    /// <summary>Verbs that only RBAC knows.</summary>
    public static readonly IReadOnlyList<string> OfRbac = ["impersonate", "bind", "escalate", "approve", "sign", "use", "attest"];

    /// <summary>Subresources that stream, whose names are taken for verbs, with the one that kubernetes' own clients mean by it.</summary>
    public static readonly IReadOnlyDictionary<string, string> OfStreams = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["exec"] = "pods/exec",
        ["attach"] = "pods/attach",
        ["portforward"] = "pods/portforward",
        ["port-forward"] = "pods/portforward",
        ["proxy"] = "pods/proxy",
        ["connect"] = "pods/exec",
        ["log"] = "pods/log",
        ["logs"] = "pods/log",
    };

    /// <summary>The verb of a resource request with this HTTP method; null for a method that has none.</summary>
    public static string? OfMethod(string method) => method switch
    {
        "post" => "create",
        "put" => "update",
        "head" => "get",
        _ => null,
    };

    /// <summary>The HTTP method that stands behind a verb of resource requests; null for a verb that is a method already.</summary>
    public static string? MethodOf(string verb) => verb switch
    {
        "create" => "post",
        "update" => "put",
        "list" or "watch" => "get",
        "deletecollection" => "delete",
        _ => null,
    };
}
