namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Requests that one policy gives to one rule, another policy to another rule, and that they decide otherwise.</summary>
/// <param name="Rule">The rule of the first policy; -1 where none matches.</param>
/// <param name="OtherRule">The rule of the second policy; -1 where none matches.</param>
/// <param name="Decision">What the first policy decides.</param>
/// <param name="OtherDecision">What the second policy decides.</param>
/// <param name="Witness">Such a request.</param>
public sealed record DifferenceRegion(int Rule, int OtherRule, PolicyDecision Decision, PolicyDecision OtherDecision, RequestAttributes Witness);

/// <summary>What changes from one policy to another. No two regions share a request.</summary>
public sealed class PolicyDifference
{
    private PolicyDifference(IReadOnlyList<DifferenceRegion> regions, bool isComplete) => (Regions, IsComplete) = (regions, isComplete);

    /// <summary>The regions, in the order of the rules.</summary>
    public IReadOnlyList<DifferenceRegion> Regions { get; }

    /// <summary>False where a part of a policy is not known, or the work allowed did not suffice: there may be more regions.</summary>
    public bool IsComplete { get; }

    /// <summary>Compares two policies.</summary>
    /// <param name="a">The first.</param>
    /// <param name="b">The second.</param>
    /// <param name="options">How they are analysed.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">The comparison was cancelled.</exception>
    public static PolicyDifference Of(PolicyDocument a, PolicyDocument b, PolicyAnalysisOptions options, CancellationToken cancellation)
    {
        WorkMeter work = new(cancellation);
        AnalysedPolicy first = new(a, options.GroupStarIsLiteral, work), second = new(b, options.GroupStarIsLiteral, work);

        // With parts unknown no region could be told for certain.
        if (!first.IsKnown || !second.IsKnown || !first.Effects.AreKnown || !second.Effects.AreKnown) return new([], false);
        DifferenceSearch search = new(new(a, first, options, work), new(b, second, options, work), work);
        long around = work.BeginLimit(options.WorkBudget);
        bool complete = search.Run();
        work.EndLimit(around);
        return new(ToRegions(search, a, b, first.Effects, second.Effects, options), complete);
    }

    private static DifferenceRegion[] ToRegions(DifferenceSearch search, PolicyDocument a, PolicyDocument b, PolicyEffects effects, PolicyEffects otherEffects, PolicyAnalysisOptions options)
    {
        PolicyMatcher matcher = PolicyMatcher.Of(a, options.GroupStarIsLiteral), otherMatcher = PolicyMatcher.Of(b, options.GroupStarIsLiteral);
        WitnessMaker witnesses = new(search.Atoms, options.Catalog);
        return
        [
            .. from found in search.Found
               let rule = found.Rule
               let other = found.Other
               let witness = witnesses.Make(new(found.Point), found.Space, r => matcher.Decide(r).Rule == rule && otherMatcher.Decide(r).Rule == other)
               select new DifferenceRegion(rule, other, effects.DecisionOf(rule), otherEffects.DecisionOf(other), witness),
        ];
    }
}
