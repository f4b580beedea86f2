using AuditSdk.Benchmarks.Policies;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

public sealed class LargePolicyTests
{
    /// <summary>Of a rule; one whose reach is plain takes about ten.</summary>
    private const int MostSteps = 300;

    [Theory]
    [InlineData("real", 60)]
    [InlineData("real", 300)]
    [InlineData("between", 60)]
    [InlineData("between", 700)]
    [InlineData("users", 200)]
    [InlineData("names", 200)]
    [InlineData("urls", 200)]
    [InlineData("early", 700)]
    [InlineData("groups50", 60)]
    [InlineData("groups50", 300)]
    [InlineData("cross", 60)]
    [InlineData("cross", 700)]
    [InlineData("grid", 65)]
    [InlineData("grid", 513)]
    [InlineData("urlnest", 700)]
    [InlineData("longnames", 60)]
    [InlineData("hard4", 60)]
    public void Reach_IsThatOfADecisionDiagram(string name, int rules)
    {
        PolicyDocument policy = GeneratedPolicies.All[name](rules);
        PolicyAnalysis analysis = Analyse(policy);
        HashSet<int> deciding = DecisionDiagram.DecidingRules(policy);
        PolicyRuleNode[] nodes = PolicyOracle.Rules(policy);
        for (int i = 0; i < rules; i++)
        {
            RuleReach reach = analysis.Reach(i);
            Assert.Equal(deciding.Contains(i) ? ReachState.Reachable : ReachState.Unreachable, reach.State);
            if (reach.State == ReachState.Reachable) Assert.Equal(i, PolicyOracle.FirstMatch(policy, reach.Witness!));
            if (reach.State == ReachState.Unreachable) AssertCover(nodes, i, reach);
            Redundancy redundancy = analysis.Redundancy(i);
            Assert.NotEqual(RedundancyState.Undecided, redundancy.State);
            if (redundancy.State != RedundancyState.Needed) continue;
            Assert.Equal(i, PolicyOracle.FirstMatch(policy, redundancy.Counterexample!));
            Assert.Equal(redundancy.NextRule, Array.FindIndex(nodes, i + 1, r => PolicyOracle.Matches(r, redundancy.Counterexample!)));
        }
    }

    [Theory]
    [InlineData("real", 60)]
    [InlineData("real", 2000)]
    [InlineData("between", 2000)]
    [InlineData("users", 2000)]
    [InlineData("names", 2000)]
    [InlineData("urls", 2000)]
    [InlineData("groups50", 700)]
    [InlineData("cross", 700)]
    [InlineData("urlnest", 700)]
    [InlineData("hard4", 700)]
    public void Index_DecidesAsTheMatcher(string name, int rules)
    {
        PolicyDocument policy = GeneratedPolicies.All[name](rules);
        DecisionIndex index = DecisionIndex.Of(policy);
        PolicyMatcher matcher = PolicyMatcher.Of(policy);
        Assert.All(GeneratedRequests.For(policy, 500), r => Assert.Equal(matcher.Decide(r), index.Decide(r)));
    }

    [Theory]
    [InlineData("real")]
    [InlineData("between")]
    [InlineData("users")]
    [InlineData("names")]
    [InlineData("urls")]
    [InlineData("early")]
    public void TwiceTheRules_TakeTwiceTheMemoryAndFewStepsEach(string name)
    {
        (long work, long bytes) = Cost(GeneratedPolicies.All[name](1000));
        (long moreWork, long moreBytes) = Cost(GeneratedPolicies.All[name](2000));
        Assert.True(moreBytes < 2.2 * bytes && work < 1000 * MostSteps && moreWork < 2000 * MostSteps, $"work {work} to {moreWork}, bytes {bytes} to {moreBytes}");
    }

    [Fact]
    public void Decide_AllocatesNothing()
    {
        foreach (int rules in (int[])[10, 2000])
        {
            PolicyDocument policy = GeneratedPolicies.Realistic(rules);
            DecisionIndex index = DecisionIndex.Of(policy);
            RequestAttributes[] requests = GeneratedRequests.For(policy, 64);
            foreach (RequestAttributes request in requests) index.Decide(request);
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (RequestAttributes request in requests) index.Decide(request);
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    [Fact]
    public void PolicyThatBlowsUp_IsLeftUndecidedWithinTheBudget()
    {
        PolicyDocument policy = GeneratedPolicies.BlowUp(700);
        const long Budget = 200_000;
        PolicyAnalysis analysis = PolicyAnalysis.Of(policy, new() { WorkBudget = Budget }, CancellationToken.None);
        ReachState[] states = [.. Enumerable.Range(0, 700).Select(i => analysis.Reach(i).State)];
        Assert.Contains(ReachState.Undecided, states);
        Assert.All(Enumerable.Range(0, 700), i => analysis.Redundancy(i));

        // Reach, covers and redundancy have a budget each; each may end a step late.
        Assert.InRange(analysis.WorkUsed, Budget, 4 * Budget);
    }

    [Fact]
    public void Cancellation_EndsTheAnalysis()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => PolicyAnalysis.Of(GeneratedPolicies.All["hard4"](700), new(), source.Token));
    }

    [Fact]
    public void Answers_DoNotDependOnTheOrderOfQuestions()
    {
        PolicyDocument policy = GeneratedPolicies.All["hard4"](60);
        PolicyAnalysisOptions options = new() { WorkBudget = 60_000 };
        PolicyAnalysis forward = PolicyAnalysis.Of(policy, options, CancellationToken.None), backward = PolicyAnalysis.Of(policy, options, CancellationToken.None);
        (RuleReach, RedundancyState)[] first = [.. Enumerable.Range(0, 60).Select(i => (forward.Reach(i), forward.Redundancy(i).State))];
        (RuleReach, RedundancyState)[] second = [.. Enumerable.Range(0, 60).Reverse().Select(i => (backward.Reach(i), backward.Redundancy(i).State)).Reverse()];
        Assert.Equal(first.Select(Show), second.Select(Show));

        static string Show((RuleReach Reach, RedundancyState Redundancy) answer) => $"{answer.Reach.State} {string.Join(',', answer.Reach.CoveredBy)} {answer.Reach.IsIrreducible} {answer.Redundancy}";
    }

    private static void AssertCover(PolicyRuleNode[] nodes, int rule, RuleReach reach)
    {
        Assert.NotEmpty(reach.CoveredBy);
        Assert.All(reach.CoveredBy, r => Assert.True(r < rule));
        PolicyDocument coverThenRule = PolicyBuilder.PolicyOf([.. reach.CoveredBy.Select(r => nodes[r]), nodes[rule]]);
        Assert.DoesNotContain(reach.CoveredBy.Count, DecisionDiagram.DecidingRules(coverThenRule));
    }

    private static (long Work, long Bytes) Cost(PolicyDocument policy)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        PolicyAnalysis analysis = Analyse(policy);
        for (int i = 0; i < analysis.RuleCount; i++) analysis.StateOfRedundancy(i);
        return (analysis.WorkUsed, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static PolicyAnalysis Analyse(PolicyDocument policy) => PolicyAnalysis.Of(policy, new(), CancellationToken.None);
}
