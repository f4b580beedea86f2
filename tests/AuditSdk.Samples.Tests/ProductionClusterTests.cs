using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Fluentd;
using ProductionCluster;

namespace AuditSdk.Samples.Tests;

public sealed class ProductionClusterTests
{
    [Fact]
    public void EveryCluster_HasAPolicyOfTwentyRulesOrMoreThatEndsInACatchAll()
        => Assert.All(Fleet.Clusters, cluster =>
        {
            AuditPolicy policy = ProductionPolicy.For(cluster);
            Assert.InRange(policy.Rules.Count, 20, int.MaxValue);
            Assert.Equal(new PolicyRule(Level.Metadata) { Comment = policy.Rules[^1].Comment }, policy.Rules[^1]);
        });

    [Fact]
    public void RulesThatMayLogBodies_StandAfterTheOneThatKeepsSecretsOutOfThem()
        => Assert.All(Fleet.Clusters, cluster =>
        {
            List<PolicyRule> rules = [.. ProductionPolicy.For(cluster).Rules];
            int guard = rules.FindIndex(r => r.Level == Level.Metadata && r.Verbs.Count == 0 && r.Users.Count == 0 && r.Resources.Contains(Core.Secrets) && r.Resources.Contains(Core.ServiceAccounts.Token));

            Assert.InRange(guard, 0, rules.FindIndex(r => r.Level is Level.Request or Level.RequestResponse) - 1);
        });

    [Fact]
    public void EveryCluster_HasAFolderWithBothFiles()
        => Assert.All(Fleet.Clusters, cluster =>
        {
            Assert.Contains($"name: {cluster.Name}", SampleFiles.Expected("ProductionCluster", $"{cluster.Name}/audit-policy.yaml"), StringComparison.Ordinal);
            Assert.Contains(cluster.Aggregator, SampleFiles.ConfTree(SampleFiles.Expected("ProductionCluster", $"{cluster.Name}/td-agent.conf")), StringComparison.Ordinal);
        });

    [Fact]
    public void Secrets_AreRubyInTheWrittenFile()
    {
        FluentdElement root = ConfParser.Parse(SampleFiles.Expected("ProductionCluster", "prod-eu/td-agent.conf"), null).Root!;
        List<FluentdParameter> secrets = [.. Sections(root).SelectMany(e => e.Parameters).Where(p => p.Key is "shared_key" || (p.Key == "key" && p.Value.HasRuby))];

        Assert.Equal(2, secrets.Count);
        Assert.All(secrets, p => Assert.Null(p.Value.Literal));
    }

    private static IEnumerable<FluentdElement> Sections(FluentdElement element) => element.Elements.SelectMany(Sections).Append(element);
}
