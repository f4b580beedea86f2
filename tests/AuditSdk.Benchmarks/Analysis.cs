using AuditSdk.Benchmarks.Policies;
using AuditSdk.Semantics.Kubernetes;
using BenchmarkDotNet.Attributes;

namespace AuditSdk.Benchmarks;

/// <summary>The whole analysis of a policy: reach and redundancy of every rule, and the reasons of the first fifty that decide nothing, as a check reports them.</summary>
[MemoryDiagnoser]
public class Analysis
{
    private const int Reported = 50;

    private PolicyDocument _policy = new();

    [Params(60, 1_000, 10_000)]
    public int Rules { get; set; }

    [Params("real", "between", "cross", "groups50", "longnames", "hard4", "hard8")]
    public string Policy { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _policy = GeneratedPolicies.All[Policy](Rules);

    [Benchmark]
    public long Whole()
    {
        PolicyAnalysis analysis = PolicyAnalysis.Of(_policy, new(), CancellationToken.None);
        int reported = 0;
        for (int i = 0; i < analysis.RuleCount; i++)
        {
            if (analysis.StateOf(i) == ReachState.Unreachable && reported++ < Reported) analysis.Reach(i);
            analysis.StateOfRedundancy(i);
        }

        return analysis.WorkUsed;
    }
}
