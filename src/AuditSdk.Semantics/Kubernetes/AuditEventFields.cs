namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The fields of an event of audit.k8s.io/v1, as the server writes them.</summary>
internal static class AuditEventFields
{
    private static readonly string[] User = ["username", "uid", "groups", "extra"];

    // Fields whose own fields are known; bodies and annotations hold anything.
    private static readonly Dictionary<string, string[]> Inner = new(StringComparer.Ordinal)
    {
        ["user"] = User,
        ["impersonatedUser"] = User,
        ["objectRef"] = ["resource", "namespace", "name", "uid", "apiGroup", "apiVersion", "resourceVersion", "subresource"],
        ["responseStatus"] = ["kind", "apiVersion", "metadata", "status", "message", "reason", "details", "code"],
    };

    /// <summary>The fields at the top.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "kind", "apiVersion", "level", "auditID", "stage", "requestURI", "verb", "user", "impersonatedUser", "authenticationMetadata", "sourceIPs", "userAgent", "objectRef",
        "responseStatus", "requestObject", "responseObject", "requestReceivedTimestamp", "stageTimestamp", "annotations",
    ];

    /// <summary>The fields inside of one; null where they are not known.</summary>
    public static IReadOnlyList<string>? Inside(string name) => Inner.TryGetValue(name, out string[]? inner) ? inner : null;
}
