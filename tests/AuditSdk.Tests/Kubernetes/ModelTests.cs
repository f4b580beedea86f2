using AuditSdk.Kubernetes;
using static AuditSdk.Kubernetes.Level;

namespace AuditSdk.Tests.Kubernetes;

/// <summary>The model as a user meets it: in a class with members called <c>Policy</c> and <c>Source</c>, without qualified names.</summary>
public sealed class ModelTests
{
    private const string Source = "/var/log/kubernetes/audit/audit.log";

    private static AuditPolicy Policy { get; } = new()
    {
        Rules = [new(RequestResponse) { Verbs = [Verb.Get] }, new(None) { Users = [SystemUsers.KubeProxy, Source] }],
    };

    [Fact]
    public void With_KeepsTheRestAndTheOriginal()
    {
        PolicyRule rule = Policy.Rules[0];
        PolicyRule changed = rule with { Level = Metadata };
        Assert.Equal(new PolicyRule(Metadata) { Verbs = ["get"] }, changed);
        Assert.Equal(RequestResponse, rule.Level);
        Assert.Equal(rule.Site.Line, changed.Site.Line);
        Assert.Equal(Policy, Policy with { Rules = [.. Policy.Rules] });
        Assert.NotEqual(Policy, Policy with { Rules = [changed] });
    }

    [Fact]
    public void Rule_KnowsTheLineThatMadeIt()
    {
        PolicyRule first = new(None);
        PolicyRule second = new(None);
        Assert.Equal(first.Site.Line + 1, second.Site.Line);
        Assert.EndsWith("ModelTests.cs", first.Site.File, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void SelectorsByText_NameWhatTheyAreCalled()
    {
        ApiGroup apps = ApiGroup.Named("apps");
        Assert.Equal(
            [null, "deployments", "deployments/*", "deployments/scale", "*/status"],
            new[] { apps.All, apps.Resource("deployments"), apps.Resource("deployments").WithSubresources, apps.Resource("deployments").Subresource("scale"), apps.EverySubresource("status") }.Select(s => s.Resource));
        Assert.Equal(["web", "api"], apps.Resource("deployments").Named("web", "api").Names);
        Assert.Equal(apps.Resource("deployments"), apps.Resource("deployments"));
        Assert.NotEqual(apps.Resource("deployments").Named("web"), apps.Resource("deployments").Named("api"));
    }

    // Each of these would select more than was meant: a whole group, or objects of any name.
    [Fact]
    public void SelectorOfNothing_Throws()
    {
        ApiGroup apps = ApiGroup.Named("apps");
        Assert.Throws<ArgumentNullException>(() => ApiGroup.Named(null!));
        Assert.Throws<ArgumentNullException>(() => apps.Resource(null!));
        Assert.Throws<ArgumentNullException>(() => apps.EverySubresource(null!));
        Assert.Throws<ArgumentNullException>(() => apps.Resource("deployments").Subresource(null!));
        Assert.Throws<ArgumentNullException>(() => apps.Resource("deployments").Named(null!));
        Assert.Contains("deployments", Assert.Throws<ArgumentException>(() => apps.Resource("deployments").Named()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfUsersAndGroups_AreKubernetesOwn()
    {
        Assert.Equal("system:node:worker-1", SystemUsers.Node("worker-1"));
        Assert.Equal("system:serviceaccount:kube-system:default", SystemUsers.ServiceAccount("kube-system", "default"));
        Assert.Equal("system:serviceaccounts:kube-system", SystemGroups.ServiceAccountsIn("kube-system"));
        Assert.Throws<ArgumentNullException>(() => SystemUsers.ServiceAccount(null!, "default"));
        Assert.Throws<ArgumentNullException>(() => SystemGroups.ServiceAccountsIn(null!));
    }
}
