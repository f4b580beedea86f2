using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Xunit;

namespace AuditSdk.Testing;

/// <summary>What the checks say of a policy of <see cref="PolicyBuilder"/>.</summary>
public static class PolicyFindings
{
    /// <summary>The findings of one check, each of them at the place that its path names.</summary>
    public static IReadOnlyList<Finding> Of(string id, PolicyDocument policy, CheckProfile profile = CheckProfile.Default, string? release = null)
    {
        PolicyCheckOptions options = new() { Profile = profile };
        IReadOnlyList<Finding> all = PolicyChecks.Run(policy, release is null ? options : options with { Release = release });
        Assert.All(all, f => Assert.Equal(f.Path ?? "policy", f.Origin.File));
        return [.. all.Where(f => f.Id == id)];
    }
}
