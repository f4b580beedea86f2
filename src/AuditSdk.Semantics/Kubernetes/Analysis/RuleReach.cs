using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Whether a rule decides any request.</summary>
public enum ReachState
{
    /// <summary>It does.</summary>
    Reachable,

    /// <summary>Earlier rules take all that it matches.</summary>
    Unreachable,

    /// <summary>It matches no request, wherever it stands.</summary>
    MatchesNothing,

    /// <summary>What is known of the policy, or the work allowed, does not suffice to tell.</summary>
    Undecided,
}

/// <summary>Whether a rule decides any request, and why.</summary>
/// <param name="State">The answer.</param>
public sealed record RuleReach(ReachState State)
{
    /// <summary>A request that the rule decides, where it is reachable.</summary>
    public RequestAttributes? Witness { get; init; }

    /// <summary>The earlier rules that take all of its requests, where it is unreachable; ascending.</summary>
    public ValueList<int> CoveredBy { get; init; } = ValueList<int>.Empty;

    /// <summary>True where <see cref="CoveredBy"/> has no rule too many; false where the work allowed did not suffice to tell.</summary>
    public bool IsIrreducible { get; init; }

    /// <summary>The first of <see cref="CoveredBy"/> that has another level; -1 without one.</summary>
    public int OtherLevel { get; init; } = -1;
}

/// <summary>Whether the policy decides alike without a rule.</summary>
public enum RedundancyState
{
    /// <summary>It does: no event changes without the rule.</summary>
    Redundant,

    /// <summary>It does not.</summary>
    Needed,

    /// <summary>What is known of the policy, or the work allowed, does not suffice to tell.</summary>
    Undecided,
}

/// <summary>Whether the policy decides alike without a rule. Rules that are redundant one by one need not be so together: after removing one, ask again.</summary>
/// <param name="State">The answer.</param>
public sealed record Redundancy(RedundancyState State)
{
    /// <summary>A request that is decided otherwise without the rule, where it is needed.</summary>
    public RequestAttributes? Counterexample { get; init; }

    /// <summary>What decides the counterexample without the rule; -1 for no rule.</summary>
    public int NextRule { get; init; } = -1;
}

/// <summary>Whether a region has a request that is logged.</summary>
public enum RegionState
{
    /// <summary>None: proven.</summary>
    Never,

    /// <summary>One is.</summary>
    Found,

    /// <summary>What is known of the policy, or the work allowed, does not suffice to tell.</summary>
    Undecided,
}

/// <summary>Whether a region has a request that is logged at a level or more.</summary>
/// <param name="State">The answer.</param>
public sealed record RegionAnswer(RegionState State)
{
    /// <summary>Such a request, where there is one.</summary>
    public RequestAttributes? Witness { get; init; }

    /// <summary>The rule that logs it; -1 without one.</summary>
    public int Rule { get; init; } = -1;
}

/// <summary>How a policy is analysed.</summary>
public sealed record PolicyAnalysisOptions
{
    /// <summary>Steps of work for the reach of all rules, as many for their redundancy, as many for covers, and a tenth for a question about a region; a step is 5 to 20 ns. Default: 50 million.</summary>
    public long WorkBudget { get; init; } = 50_000_000;

    /// <summary>True for servers before 1.36, to which the group <c>*</c> is a name like any other.</summary>
    public bool GroupStarIsLiteral { get; init; }

    /// <summary>Where requests take their resources from; default: Kubernetes' own.</summary>
    public ResourceCatalog Catalog { get; init; } = ResourceCatalog.Kubernetes;
}
