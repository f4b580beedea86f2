namespace ProductionCluster;

/// <summary>What is written for each cluster of the fleet.</summary>
[AuditConfig(Kubernetes = "1.34", Fluentd = "fluent-package 5")]
public static class ProductionConfig
{
    /// <summary>An audit policy for each cluster.</summary>
    [EmitAs("{name}/audit-policy.yaml")]
    public static IEnumerable<(string Name, AuditPolicy Policy)> Policies
        => Fleet.Clusters.Select(cluster => (cluster.Name, ProductionPolicy.For(cluster)));

    /// <summary>A log agent for each cluster.</summary>
    [EmitAs("{name}/td-agent.conf")]
    public static IEnumerable<(string Name, FluentdConfig Config)> Agents
        => Fleet.Clusters.Select(cluster => (cluster.Name, ProductionPipeline.For(cluster)));
}
