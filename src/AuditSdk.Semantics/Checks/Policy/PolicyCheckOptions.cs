using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>What a policy is checked for.</summary>
public sealed record PolicyCheckOptions
{
    /// <summary>The Kubernetes release that will read the policy, such as <c>1.36</c>; default: the newest that is known.</summary>
    public string Release { get; init; } = ResourceCatalog.Kubernetes.Releases[ResourceCatalog.Kubernetes.Releases.Count - 1];

    /// <summary>The resources that are known; default: Kubernetes' own.</summary>
    public ResourceCatalog Catalog { get; init; } = ResourceCatalog.Kubernetes;

    /// <summary>Which checks run; default: <see cref="CheckProfile.Default"/>.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>Steps of work that exact analysis may take in all checks together before it leaves questions undecided; default: 50 million, at worst about 1 s.</summary>
    public long WorkBudget { get; init; } = 50_000_000;
}
