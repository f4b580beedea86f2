namespace AuditSdk.Semantics.Kubernetes;

/// <summary>How sure it is that a body holds a secret.</summary>
internal enum SecretRisk
{
    /// <summary>People put secrets there, by habit or by mistake.</summary>
    Likely,

    /// <summary>It is a secret.</summary>
    Critical,
}

/// <summary>A resource whose bodies hold secrets.</summary>
/// <param name="Group">The API group; empty is the core group.</param>
/// <param name="Resource">The plural.</param>
/// <param name="Subresource">The subresource; empty for the resource itself.</param>
/// <param name="Risk">How sure that is.</param>
/// <param name="InRequest">Verbs whose request body holds one; it is written from level Request up.</param>
/// <param name="InResponse">Verbs whose response body holds one; it is written at level RequestResponse.</param>
internal sealed record SensitiveKind(string Group, string Resource, string Subresource, SecretRisk Risk, string[] InRequest, string[] InResponse)
{
    /// <summary>As a policy names it: <c>serviceaccounts/token</c>.</summary>
    public string Text => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";

    /// <summary>As a question names it.</summary>
    public RegionResource Region => new(Group, Resource, Subresource);
}

/// <summary>The resources whose bodies hold secrets, as recorded from a real server. Kinds of low risk (public keys, who may do what) are not among them.</summary>
internal static class SensitiveKinds
{
    private static readonly string[] Writes = ["create", "update", "patch"];
    private static readonly string[] Answers = ["get", "list", "create", "update", "patch", "deletecollection"];
    private static readonly string[] Changes = ["update", "patch"];
    private static readonly string[] Subresource = ["get", "update", "patch"];

    /// <summary>Values in data and stringData.</summary>
    public static SensitiveKind Secrets { get; } = new("", "secrets", "", SecretRisk.Critical, Writes, Answers);

    /// <summary>The answer is a signed token; the request is not.</summary>
    public static SensitiveKind ServiceAccountTokens { get; } = new("", "serviceaccounts", "token", SecretRisk.Critical, [], ["create"]);

    /// <summary>The token under review, in the request and in the answer.</summary>
    public static SensitiveKind TokenReviews { get; } = new("authentication.k8s.io", "tokenreviews", "", SecretRisk.Critical, ["create"], ["create"]);

    /// <summary>People keep passwords and kubeconfigs in them.</summary>
    public static SensitiveKind ConfigMaps { get; } = new("", "configmaps", "", SecretRisk.Likely, Writes, Answers);

    /// <summary>Pods and what makes them: values of environment variables, command lines, annotations.</summary>
    public static IReadOnlyList<SensitiveKind> PodSpecs { get; } =
    [
        new("", "pods", "", SecretRisk.Likely, Writes, ["get", "list", "create", "update", "patch", "delete", "deletecollection"]),
        new("", "pods", "status", SecretRisk.Likely, ["update"], Subresource),
        new("", "pods", "ephemeralcontainers", SecretRisk.Likely, Changes, Subresource),
        new("", "pods", "resize", SecretRisk.Likely, Changes, Subresource),
        .. new[] { "deployments", "daemonsets", "statefulsets", "replicasets", "controllerrevisions" }.Select(r => new SensitiveKind("apps", r, "", SecretRisk.Likely, Writes, Answers)),
        .. new[] { "jobs", "cronjobs" }.Select(r => new SensitiveKind("batch", r, "", SecretRisk.Likely, Writes, Answers)),
        .. new[] { "podtemplates", "replicationcontrollers" }.Select(r => new SensitiveKind("", r, "", SecretRisk.Likely, Writes, Answers)),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SensitiveKind> All { get; } = [Secrets, ServiceAccountTokens, TokenReviews, ConfigMaps, .. PodSpecs];
}
