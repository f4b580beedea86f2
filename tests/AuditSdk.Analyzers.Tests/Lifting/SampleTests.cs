using AuditSdk.Analyzers.Lifting;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>The policies of the samples are read whole: loops over a fleet, spreads of members, resources of CRDs.</summary>
public sealed class SampleTests
{
    private static readonly (string, string)[] Catalogs =
    [
        ("ledgers.catalog", "group payments.example.com\n  resource ledgers kind Ledger namespaced verbs get\n    subresource status verbs get\n"),
        ("tenants.catalog", "group platform.example.com\n  resource tenants kind Tenant verbs get\n    subresource status verbs get\n"),
    ];

    [Theory]
    [InlineData("KubernetesGuide", 1, 9)]
    [InlineData("ModernPipeline", 1, 5)]
    [InlineData("ProductionCluster", 3, 78)]
    public void Policies_AreThoseOfTheObjectsAndHaveNothingUnknown(string sample, int policies, int rules)
    {
        UserProject project = Project(sample).Compiles();
        IReadOnlyList<LiftedPolicy> lifted = Lifted.Of(project).Policies;

        Assert.Equal(project.Run().Select(p => $"{p.Name}: {Lifted.Text(PolicyMap.Map(p.Policy, new FindingSink()))}"), lifted.Select(p => $"{p.Name}: {Lifted.Text(p.Document)}"));
        Assert.Equal(policies, lifted.Count);
        Assert.Equal(rules, lifted.Sum(p => p.Document.Rules.Value.Count));
        Assert.Equal(0, lifted.Sum(p => Lifted.UnknownNodes(p.Document)));
    }

    internal static UserProject Project(string sample)
    {
        string folder = Path.Combine(SourceTree.Root, "samples", sample);
        string[] sources = [.. Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        IEnumerable<(string, string)> plugins = Directory.Exists(Path.Combine(folder, "plugins"))
            ? Directory.GetFiles(Path.Combine(folder, "plugins")).Select(f => (Path.GetFileName(f), File.ReadAllText(f))).Concat(Catalogs)
            : [];
        return UserProject.Of(sources, [.. plugins]);
    }
}
