namespace ProductionCluster;

/// <summary>A cluster of the fleet.</summary>
/// <param name="Name">Its name, and the folder of its files.</param>
/// <param name="Aggregator">The host that collects its audit log.</param>
/// <param name="HoldsPayments">True where the payment system runs.</param>
public sealed record Cluster(string Name, string Aggregator, bool HoldsPayments);

/// <summary>The clusters that this project configures.</summary>
public static class Fleet
{
    /// <summary>Two production clusters and the one that releases are tried on.</summary>
    public static IReadOnlyList<Cluster> Clusters { get; } =
    [
        new("prod-eu", "audit.eu.example.com", HoldsPayments: true),
        new("prod-us", "audit.us.example.com", HoldsPayments: true),
        new("staging", "audit.staging.example.com", HoldsPayments: false),
    ];
}
