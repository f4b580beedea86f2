using AuditSdk.Benchmarks.Policies;
using AuditSdk.Semantics.Kubernetes;
using BenchmarkDotNet.Attributes;

namespace AuditSdk.Benchmarks;

/// <summary>One decision: the mean over requests that meet the policy.</summary>
[MemoryDiagnoser]
public class Deciding
{
    private const int Requests = 64;

    private RequestAttributes[] _requests = [];
    private DecisionIndex _index = null!;
    private PolicyMatcher _matcher = null!;

    [Params(10, 1_000, 10_000)]
    public int Rules { get; set; }

    [Params("real", "between", "users", "names", "urls", "cross")]
    public string Policy { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        PolicyDocument policy = GeneratedPolicies.All[Policy](Rules);
        _requests = GeneratedRequests.For(policy, Requests);
        _index = DecisionIndex.Of(policy);
        _matcher = PolicyMatcher.Of(policy);
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Indexed()
    {
        int sum = 0;
        foreach (RequestAttributes request in _requests) sum += _index.Decide(request).Rule;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Requests, Baseline = true)]
    public int RuleByRule()
    {
        int sum = 0;
        foreach (RequestAttributes request in _requests) sum += _matcher.Decide(request).Rule;
        return sum;
    }
}
