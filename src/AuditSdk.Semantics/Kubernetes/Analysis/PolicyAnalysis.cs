using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Exact answers about a policy: which rules decide anything, which could go, what is ever logged. Each answer comes with a request or is a proof; what cannot be proven, because a part of the policy is not known or the work ran out, is undecided. Answers depend on the policy and the options alone, not on what was asked before. Safe for many threads.</summary>
public sealed class PolicyAnalysis
{
    private readonly object _lock = new();
    private readonly AnalysedPolicy _policy;
    private readonly PolicyAnalysisOptions _options;
    private readonly WorkMeter _work;
    private readonly ReachPass _reach;
    private readonly CoverMinimiser _minimiser;
    private readonly RedundancyPass _redundancyPass;
    private readonly RegionSearch _regions;
    private readonly WitnessMaker _witnesses;
    private readonly Lazy<PolicyMatcher> _certain;
    private readonly Lazy<PolicyMatcher> _possible;
    private readonly Lazy<RealRequests> _real;
    private readonly List<RuleReach?> _covered = [];
    private readonly List<RedundancyAnswer> _redundancy = [];
    private long _coverWork;
    private long _redundancyWork;

    private PolicyAnalysis(PolicyDocument policy, PolicyAnalysisOptions options, WorkMeter work)
    {
        (_options, _work) = (options, work);
        _policy = new(policy, options.GroupStarIsLiteral, _work);
        _reach = new(_policy, _work, options.WorkBudget);
        _minimiser = new(_policy, _reach, _work);
        _redundancyPass = new(_policy, _reach, _work);
        _regions = new(_policy, _reach, _work);
        _witnesses = new(_policy.Certain.Boxes.Atoms, options.Catalog);
        _real = new(() => new(policy, _reach, options, _work));
        _certain = new(() => PolicyMatcher.Of(policy, Reading.Certain, options.GroupStarIsLiteral));
        _possible = new(() => PolicyMatcher.Of(policy, Reading.Possible, options.GroupStarIsLiteral));
    }

    /// <summary>How many rules the policy has; one for a list of rules that is not known.</summary>
    public int RuleCount => _policy.RuleCount;

    /// <summary>Steps of work so far; a step is 5 to 20 ns.</summary>
    public long WorkUsed
    {
        get
        {
            lock (_lock) return _work.Used;
        }
    }

    /// <summary>Analyses which rules decide anything; the rest is done when it is asked for.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="options">How it is analysed.</param>
    /// <param name="cancellation">Ends this and every later question early.</param>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static PolicyAnalysis Of(PolicyDocument policy, PolicyAnalysisOptions options, CancellationToken cancellation) => Of(policy, options, new WorkMeter(cancellation));

    /// <summary>Analyses with a meter that others use as well: what is left of its bound is all that they have together.</summary>
    internal static PolicyAnalysis Of(PolicyDocument policy, PolicyAnalysisOptions options, WorkMeter work) => new(policy, options, work);

    /// <summary>Whether a rule decides any request.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public RuleReach Reach(int rule)
    {
        Check(rule);
        lock (_lock)
        {
            ReachState state = _reach.States[rule];
            if (state == ReachState.Unreachable) return Covered(rule);
            if (state != ReachState.Reachable) return new(state);
            return new(state) { Witness = _witnesses.Make(_reach.Point(rule), _reach.PointSpaces[rule], r => Decides(rule, r)) };
        }
    }

    /// <summary>Whether a rule decides any request, without an example and without reasons.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    public ReachState StateOf(int rule)
    {
        Check(rule);
        return _reach.States[rule];
    }

    /// <summary>Whether a rule decides any request where another, that decides nothing, is moved: the rule itself at its new place, or one that stands behind it then.</summary>
    /// <param name="rule">The rule asked about.</param>
    /// <param name="moved">The unreachable rule.</param>
    /// <param name="before">The rule before which that one is put.</param>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public ReachState StateIfMoved(int rule, int moved, int before)
    {
        Check(rule);
        Check(moved);
        Check(before);
        lock (_lock)
        {
            long around = _work.BeginLimit(Math.Max(1, _options.WorkBudget / 10));
            ReachState state = _reach.StateIfMoved(rule, moved, before);
            _work.EndLimit(around);
            return state;
        }
    }

    /// <summary>Whether a rule decides any request that clients make: a create has no name, a get has one, a cluster-scoped resource is in no namespace, verbs are those of HTTP. Unreachable, with the rules that take the real ones, where only requests that no server answers reach it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public RuleReach RealReach(int rule)
    {
        if (StateOf(rule) is not (ReachState.Reachable or ReachState.Undecided)) return Reach(rule);
        lock (_lock)
        {
            RuleReach reach = RealReachWithoutWitness(rule);
            if (reach.State != ReachState.Reachable) return reach;
            RealRequests real = _real.Value;
            return reach with { Witness = real.Witnesses.Make(new(real.Point), real.PointSpace, r => Decides(rule, r)) };
        }
    }

    /// <summary>As <see cref="RealReach"/> of a rule that is not unreachable anyway, without an example.</summary>
    internal RuleReach RealReachWithoutWitness(int rule)
    {
        lock (_lock)
        {
            long around = _work.BeginLimit(Math.Max(1, _options.WorkBudget / 10));
            Coverage coverage = _real.Value.Ask(rule, out ValueList<int> coveredBy);
            _work.EndLimit(around);
            if (coverage == Coverage.Covered) return new(ReachState.Unreachable) { CoveredBy = coveredBy, OtherLevel = OtherLevel(rule, coveredBy) };
            return new(coverage == Coverage.Undecided || !_policy.IsKnown ? ReachState.Undecided : ReachState.Reachable);
        }
    }

    /// <summary>Whether the policy decides alike without a rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public Redundancy Redundancy(int rule)
    {
        Check(rule);
        lock (_lock)
        {
            RedundancyAnswer answer = AnswerOf(rule);
            if (answer.State != RedundancyState.Needed) return new(answer.State);
            return new(answer.State)
            {
                NextRule = answer.NextRule,
                Counterexample = _witnesses.Make(answer.Point, answer.Space, r => Decides(rule, r) && GoesTo(answer.NextRule, rule, r)),
            };
        }
    }

    /// <summary>Whether the policy decides alike without a rule, without an example.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The policy has no such rule.</exception>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public RedundancyState StateOfRedundancy(int rule)
    {
        Check(rule);
        lock (_lock) return AnswerOf(rule).State;
    }

    /// <summary>Whether a request of a region is logged at a level or more: a proof that none is, or such a request.</summary>
    /// <param name="region">The requests in question.</param>
    /// <param name="atLeast">The least level that counts; Metadata or more.</param>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public RegionAnswer Find(PolicyRegion region, AuditLevel atLeast) => Find(region, atLeast, AuditLevel.RequestResponse);

    /// <summary>Whether a request of a region is logged at one of some levels: a proof that none is, or such a request.</summary>
    /// <param name="region">The requests in question.</param>
    /// <param name="atLeast">The least level that counts; with None those that no rule matches count too, and those whose rule omits every stage.</param>
    /// <param name="atMost">The highest level that counts.</param>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public RegionAnswer Find(PolicyRegion region, AuditLevel atLeast, AuditLevel atMost)
    {
        lock (_lock)
        {
            long around = _work.BeginLimit(Math.Max(1, _options.WorkBudget / 10));
            RegionState state = _regions.Find(region, new(atLeast, atMost));
            _work.EndLimit(around);
            if (state != RegionState.Found) return new(state);
            int rule = _regions.Rule;
            PolicyMatcher inside = PolicyMatcher.Of(RuleReading.Of(region));
            RequestAttributes witness = _witnesses.Make(new(_regions.Point), _regions.PointSpace, r => inside.Matches(0, r with { User = r.User ?? new("", ValueList<string>.Empty) }) && Decides(rule, r), region);
            return new(state) { Witness = witness, Rule = rule };
        }
    }

    /// <summary>Whether the rules leave a request that none of them matches: a proof that they do not, or such a request.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public RegionAnswer FindUnmatched()
    {
        lock (_lock)
        {
            long around = _work.BeginLimit(Math.Max(1, _options.WorkBudget / 10));
            RegionState state = _regions.FindUnmatched();
            _work.EndLimit(around);
            return state == RegionState.Found ? new(state) { Witness = _witnesses.Make(new(_regions.Point), _regions.PointSpace, r => Decides(-1, r)) } : new(state);
        }
    }

    private void Check(int rule)
    {
        if (rule < 0 || rule >= RuleCount) throw new ArgumentOutOfRangeException(nameof(rule), rule, $"The policy has {RuleCount} rules.");
    }

    /// <summary>Whether a rule decides a request, or none does for -1.</summary>
    private bool Decides(int rule, RequestAttributes request) => rule < 0
        ? _possible.Value.FirstMatch(request, RuleCount) < 0
        : _certain.Value.Matches(rule, request) && _possible.Value.FirstMatch(request, rule) < 0;

    private RuleReach Covered(int rule)
    {
        while (_covered.Count <= rule)
        {
            int next = _covered.Count;
            _covered.Add(_reach.States[next] == ReachState.Unreachable ? Minimise(next) : null);
        }

        return _covered[rule]!;
    }

    private RuleReach Minimise(int rule)
    {
        long before = _work.Used;
        long around = _work.BeginLimit(Math.Min(_options.WorkBudget - _coverWork, Math.Max(1, _options.WorkBudget / 50)));
        (int[] rules, bool irreducible) = _minimiser.Minimise(rule);
        _work.EndLimit(around);
        _coverWork += _work.Used - before;
        return new(ReachState.Unreachable) { CoveredBy = ValueList.From(rules), IsIrreducible = irreducible, OtherLevel = OtherLevel(rule, rules) };
    }

    /// <summary>The first of some rules that has another level than a rule; -1 without one.</summary>
    private int OtherLevel(int rule, IReadOnlyList<int> among)
    {
        AuditLevel?[] levels = _policy.Effects.Levels;
        if (levels[rule] is not { } level) return -1;
        foreach (int other in among)
        {
            if (levels[other] is { } l && l != level) return other;
        }

        return -1;
    }

    private RedundancyAnswer AnswerOf(int rule)
    {
        // In order, so that what is left of the budget does not depend on who asks first.
        while (_redundancy.Count <= rule) _redundancy.Add(DecideRedundancy(_redundancy.Count));
        return _redundancy[rule];
    }

    private RedundancyAnswer DecideRedundancy(int rule)
    {
        long before = _work.Used;
        long around = _work.BeginLimit(Math.Min(_options.WorkBudget - _redundancyWork, Math.Max(1, _options.WorkBudget / 10)));
        RedundancyAnswer answer = _redundancyPass.Decide(rule);
        _work.EndLimit(around);
        _redundancyWork += _work.Used - before;
        return answer;
    }

    /// <summary>Whether a request goes to a rule once another is gone.</summary>
    private bool GoesTo(int next, int without, RequestAttributes request)
    {
        int last = next < 0 ? RuleCount : next;
        for (int i = 0; i < last; i++)
        {
            if (i != without && _possible.Value.Matches(i, request)) return false;
        }

        return next < 0 || _certain.Value.Matches(next, request);
    }
}
