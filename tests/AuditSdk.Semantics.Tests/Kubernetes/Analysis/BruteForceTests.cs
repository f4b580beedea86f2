using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

/// <summary>Every answer against looking at every request. <c>AUDITSDK_PROPERTY_FACTOR</c> makes the runs longer.</summary>
public sealed class BruteForceTests
{
    private static readonly int Factor = int.TryParse(Environment.GetEnvironmentVariable("AUDITSDK_PROPERTY_FACTOR"), out int factor) ? factor : 3;

    private static readonly PointSet[] InJust = [.. Enumerable.Range(0, 8).Select(set => SmallUniverse.InJust(SmallUniverse.GroupsOf(set)))];

    [Fact]
    public void Reach_IsThatOfEveryRequest() => SmallUniverse.Policies(9).Sample(
        policy =>
        {
            BruteForce brute = new(policy);
            PolicyAnalysis analysis = Analyse(policy);
            for (int i = 0; i < analysis.RuleCount; i++)
            {
                RuleReach reach = analysis.Reach(i);
                ReachState expected = brute.IsReachable(i) ? ReachState.Reachable : reach.State == ReachState.MatchesNothing ? ReachState.MatchesNothing : ReachState.Unreachable;
                Assert.Equal(expected, reach.State);
                if (reach.State == ReachState.MatchesNothing) Assert.True(brute.MatchesNothing(i));
                if (reach.State == ReachState.Reachable) Assert.Equal(i, PolicyOracle.FirstMatch(policy, reach.Witness!));
                if (reach.State != ReachState.Unreachable) continue;
                Assert.All(reach.CoveredBy, r => Assert.True(r < i));
                Assert.True(brute.IsCovered(i, reach.CoveredBy));
                Assert.True(reach.IsIrreducible);
                Assert.All(reach.CoveredBy, without => Assert.False(brute.IsCovered(i, reach.CoveredBy.Where(r => r != without))));
                Assert.Equal(reach.CoveredBy.Any(r => Level(policy, r) != Level(policy, i)), reach.OtherLevel >= 0 && Level(policy, reach.OtherLevel) != Level(policy, i));
            }
        },
        iter: 1000 * Factor, print: Show);

    [Fact]
    public void Redundancy_IsThatOfEveryRequest() => SmallUniverse.Policies(9).Sample(
        policy =>
        {
            BruteForce brute = new(policy);
            PolicyAnalysis analysis = Analyse(policy);
            for (int i = 0; i < analysis.RuleCount; i++)
            {
                Redundancy redundancy = analysis.Redundancy(i);
                Assert.Equal(brute.IsRedundant(i) ? RedundancyState.Redundant : RedundancyState.Needed, redundancy.State);
                if (redundancy.State == RedundancyState.Needed) AssertNeeded(policy, i, redundancy);
            }
        },
        iter: 1000 * Factor, print: Show);

    [Fact]
    public void Region_IsThatOfEveryRequest() => Gen.Select(SmallUniverse.Policies(7), SmallUniverse.Policies(1), Gen.Enum<AuditLevel>(), Gen.Enum<AuditLevel>(), Gen.Bool).Sample(
        (policy, like, atLeast, atMost, withoutUser) =>
        {
            PolicyRuleNode rule = PolicyOracle.Rules(like)[0];
            if (Regions.Of(rule) is not { } region) return;
            if (withoutUser) (region, rule) = (region with { WithoutUser = true, Users = [], UserGroups = [] }, rule with { Users = default, UserGroups = default });
            PointSet points = SmallUniverse.Matching(rule);
            if (withoutUser) points = points.And(SmallUniverse.WithoutUser());
            RegionAnswer answer = Analyse(policy).Find(region, atLeast, atMost);
            BruteForce brute = new(policy);
            Assert.Equal(brute.IsLogged(points, atLeast, atMost) ? RegionState.Found : RegionState.Never, answer.State);
            if (answer.State != RegionState.Found) return;
            Assert.Equal(answer.Rule, PolicyOracle.FirstMatch(policy, answer.Witness!));
            Assert.True(PolicyOracle.Matches(rule, answer.Witness!));
            Assert.InRange(brute.LoggedBy(answer.Rule), atLeast, atMost);
            Assert.True(!withoutUser || answer.Witness!.User is null);
        },
        iter: 2000 * Factor, print: t => $"{Show(t.Item1)}\nregion {Show(t.Item2)} {t.Item3} {t.Item4} {t.Item5}");

    [Fact]
    public void RegionOfUsersInJustSomeGroups_IsThatOfEveryRequest() => Gen.Select(SmallUniverse.Policies(7), SmallUniverse.Policies(1), Gen.Enum<AuditLevel>(), Gen.Enum<AuditLevel>(), Gen.Int[0, 7]).Sample(
        (policy, like, atLeast, atMost, set) =>
        {
            PolicyRuleNode rule = PolicyOracle.Rules(like)[0];
            string[] groups = SmallUniverse.GroupsOf(set);
            if (Regions.Of(rule) is not { } region) return;
            PointSet points = SmallUniverse.Matching(rule).And(InJust[set]);
            PolicyAnalysis analysis = Analyse(policy);
            RegionAnswer answer = analysis.Find(region with { ExactGroups = groups }, atLeast, atMost);
            BruteForce brute = new(policy);
            Assert.Equal(brute.IsLogged(points, atLeast, atMost) ? RegionState.Found : RegionState.Never, answer.State);
            Assert.Equal(brute.Rest.IsEmpty ? RegionState.Never : RegionState.Found, analysis.FindUnmatched().State);
            if (answer.State != RegionState.Found) return;
            Assert.Equal(answer.Rule, PolicyOracle.FirstMatch(policy, answer.Witness!));
            Assert.True(PolicyOracle.Matches(rule, answer.Witness!));
            Assert.InRange(brute.LoggedBy(answer.Rule), atLeast, atMost);
            Assert.Equal(groups, answer.Witness!.User!.Groups);
        },
        iter: 2000 * Factor, print: t => $"{Show(t.Item1)}\nregion {Show(t.Item2)} {t.Item3} {t.Item4} {t.Item5}");

    [Fact]
    public void MovedRule_LeavesToEveryRuleWhatItWouldThere() => SmallUniverse.Policies(9).Sample(
        policy =>
        {
            PolicyAnalysis analysis = Analyse(policy);
            for (int moved = 0; moved < analysis.RuleCount; moved++)
            {
                if (analysis.StateOf(moved) != ReachState.Unreachable) continue;
                int before = analysis.Reach(moved).CoveredBy[0];
                List<Node<PolicyRuleNode>> rules = [.. policy.Rules.Value.Where((_, i) => i != moved)];
                rules.Insert(before, policy.Rules.Value[moved]);
                BruteForce there = new(policy with { Rules = PolicyBuilder.Nodes(rules) });
                Assert.Equal(there.IsReachable(before), analysis.StateIfMoved(moved, moved, before) == ReachState.Reachable);
                for (int rule = before; rule < moved; rule++) Assert.Equal(there.IsReachable(rule + 1), analysis.StateIfMoved(rule, moved, before) == ReachState.Reachable);
            }
        },
        iter: 1000 * Factor, print: Show);

    [Fact]
    public void UnmatchedRequest_IsFoundWhereThereIsOne() => SmallUniverse.Policies(5).Sample(
        policy =>
        {
            RegionAnswer answer = Analyse(policy).FindUnmatched();
            Assert.Equal(new BruteForce(policy).Rest.IsEmpty ? RegionState.Never : RegionState.Found, answer.State);
            if (answer.State == RegionState.Found) Assert.Equal(-1, PolicyOracle.FirstMatch(policy, answer.Witness!));
        },
        iter: 1000 * Factor, print: Show);

    [Fact]
    public void Difference_IsThatOfEveryRequest() => Gen.Select(SmallUniverse.Policies(5), SmallUniverse.Policies(5)).Sample(
        (a, b) =>
        {
            PolicyDifference difference = PolicyDifference.Of(a, b, new(), CancellationToken.None);
            Assert.True(difference.IsComplete);
            Assert.Equal(BruteForce.Differences(new(a), new(b)).Order(), difference.Regions.Select(r => (r.Rule, r.OtherRule)).Order());
            foreach (DifferenceRegion region in difference.Regions)
            {
                Assert.Equal(region.Decision, PolicyMatcher.Of(a).Decide(region.Witness));
                Assert.Equal(region.OtherDecision, PolicyMatcher.Of(b).Decide(region.Witness));
                Assert.Equal((region.Rule, region.OtherRule), (PolicyOracle.FirstMatch(a, region.Witness), PolicyOracle.FirstMatch(b, region.Witness)));
            }
        },
        iter: 500 * Factor, print: p => Show(p.Item1) + "\n\n" + Show(p.Item2));

    [Fact]
    public void SmallestBudgets_LeaveOnlyTrueAnswers() => Gen.Select(SmallUniverse.Policies(9), Gen.OneOf(1L, 2, 4, 8, 16, 32, 64, 128, 256, 512)).Sample(
        (policy, budget) =>
        {
            PolicyAnalysisOptions options = new() { WorkBudget = budget };
            AssertTrue(policy, PolicyAnalysis.Of(policy, options, CancellationToken.None));
            PolicyDocument reversed = policy with { Rules = PolicyBuilder.Nodes(policy.Rules.Value.Reverse()) };
            PolicyDifference difference = PolicyDifference.Of(policy, reversed, options, CancellationToken.None);
            HashSet<(int, int)> expected = BruteForce.Differences(new(policy), new(reversed));
            Assert.All(difference.Regions, r => Assert.Contains((r.Rule, r.OtherRule), expected));
            if (difference.IsComplete) Assert.Equal(expected.Count, difference.Regions.Count);
        },
        iter: 500 * Factor, print: p => Show(p.Item1));

    [Fact]
    public void UnknownParts_LeaveOnlyAnswersThatAreTrueWhateverTheyAre() => Blanks.Of(SmallUniverse.Policies(9)).Sample(
        policies => AssertTrue(policies.Known, Analyse(policies.Blanked)),
        iter: 1000 * Factor, print: p => Show(p.Known) + "\n\n" + Show(p.Blanked));

    [Fact]
    public void Decisions_AreThoseOfTheOracle() => SmallUniverse.Policies(9).Sample(
        policy =>
        {
            PolicyMatcher matcher = PolicyMatcher.Of(policy);
            DecisionIndex index = DecisionIndex.Of(policy);
            // Steps of a number that shares no factor with the values of any dimension meet them all.
            for (int i = policy.GetHashCode() & 63; i < SmallUniverse.Count; i += 61)
            {
                RequestAttributes request = SmallUniverse.Request(i);
                int rule = PolicyOracle.FirstMatch(policy, request);
                Assert.Equal(rule, matcher.Decide(request).Rule);
                Assert.Equal(matcher.Decide(request), index.Decide(request));
                for (int r = 0; r < PolicyOracle.Rules(policy).Length; r++) Assert.Equal(PolicyOracle.Matches(PolicyOracle.Rules(policy)[r], request), matcher.WhyNot(r, request) is null);
            }
        },
        iter: 200 * Factor, print: Show);

    /// <summary>Whatever is decided holds for a policy.</summary>
    private static void AssertTrue(PolicyDocument policy, PolicyAnalysis analysis)
    {
        BruteForce brute = new(policy);
        for (int i = analysis.RuleCount - 1; i >= 0; i--)
        {
            RuleReach reach = analysis.Reach(i);
            if (reach.State == ReachState.MatchesNothing) Assert.True(brute.MatchesNothing(i));
            if (reach.State == ReachState.Reachable) Assert.Equal(i, PolicyOracle.FirstMatch(policy, reach.Witness!));
            if (reach.State == ReachState.Unreachable) Assert.True(brute.IsCovered(i, reach.CoveredBy));
            Redundancy redundancy = analysis.Redundancy(i);
            if (redundancy.State == RedundancyState.Redundant) Assert.True(brute.IsRedundant(i));
            if (redundancy.State == RedundancyState.Needed) AssertNeeded(policy, i, redundancy);
        }

        foreach (AuditLevel level in (AuditLevel[])[AuditLevel.Metadata, AuditLevel.Request, AuditLevel.RequestResponse])
        {
            PolicyRuleNode rule = PolicyBuilder.Rule(level, verbs: ["get"], resources: [PolicyBuilder.Entry("", ["secrets"])]);
            RegionAnswer answer = analysis.Find(Regions.Of(rule)!, level);
            AssertTrue(analysis.Find(Regions.Of(rule)!, level), level, AuditLevel.RequestResponse);
            AssertTrue(analysis.Find(Regions.Of(rule)!, AuditLevel.None, level - 1), AuditLevel.None, level - 1);

            void AssertTrue(RegionAnswer answer, AuditLevel atLeast, AuditLevel atMost)
            {
                if (answer.State == RegionState.Never) Assert.False(brute.IsLogged(SmallUniverse.Matching(rule), atLeast, atMost));
                if (answer.State != RegionState.Found) return;
                Assert.Equal(answer.Rule, PolicyOracle.FirstMatch(policy, answer.Witness!));
                Assert.True(PolicyOracle.Matches(rule, answer.Witness!));
                Assert.InRange(brute.LoggedBy(answer.Rule), atLeast, atMost);
            }
        }
    }

    private static PolicyAnalysis Analyse(PolicyDocument policy) => PolicyAnalysis.Of(policy, new(), CancellationToken.None);

    private static AuditLevel Level(PolicyDocument policy, int rule) => Enum.Parse<AuditLevel>(PolicyOracle.Rules(policy)[rule].Level.Value);

    private static void AssertNeeded(PolicyDocument policy, int rule, Redundancy redundancy)
    {
        RequestAttributes request = redundancy.Counterexample!;
        Assert.Equal(rule, PolicyOracle.FirstMatch(policy, request));
        PolicyRuleNode[] rules = PolicyOracle.Rules(policy);
        Assert.Equal(redundancy.NextRule, Array.FindIndex(rules, rule + 1, r => PolicyOracle.Matches(r, request)));
        PolicyMatcher matcher = PolicyMatcher.Of(policy);
        PolicyMatcher without = PolicyMatcher.Of(policy with { Rules = PolicyBuilder.List([.. rules.Where((_, i) => i != rule)]) });
        Assert.NotEqual(matcher.Decide(request) with { Rule = 0 }, without.Decide(request) with { Rule = 0 });
    }

    private static string Show(PolicyDocument policy) => string.Join('\n', policy.Rules.Value.Select(r => r.IsKnown ? Regions.Show(r.Value) : "?"));
}
