using AuditSdk.Benchmarks.Policies;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using BenchmarkDotNet.Attributes;

namespace AuditSdk.Benchmarks;

/// <summary>All checks of the default profile, the exact analysis and the requests shown with findings among them.</summary>
[MemoryDiagnoser]
public class Checks
{
    private PolicyDocument _policy = new();

    [Params(60, 1_000, 10_000)]
    public int Rules { get; set; }

    [Params("real", "hard4")]
    public string Policy { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _policy = GeneratedPolicies.All[Policy](Rules);

    [Benchmark]
    public IReadOnlyList<Finding> All() => PolicyChecks.Run(_policy, new PolicyCheckOptions());
}
