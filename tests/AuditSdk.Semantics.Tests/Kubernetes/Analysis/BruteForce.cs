using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

/// <summary>Every answer about a policy by looking at every request of the small universe.</summary>
internal sealed class BruteForce
{
    private readonly PolicyDocument _policy;
    private readonly PointSet[] _matching;
    private readonly PointSet[] _deciding;
    private readonly (AuditLevel, string, bool)[] _outcomes;

    public BruteForce(PolicyDocument policy)
    {
        _policy = policy;
        PolicyRuleNode[] rules = PolicyOracle.Rules(policy);
        _matching = [.. rules.Select(SmallUniverse.Matching)];
        _deciding = new PointSet[rules.Length];
        Rest = SmallUniverse.Matching(new());
        for (int i = 0; i < rules.Length; i++)
        {
            _deciding[i] = _matching[i].And(Rest);
            Rest = Rest.Without(_matching[i]);
        }

        _outcomes = [.. rules.Select(Outcome)];
    }

    /// <summary>What no rule matches.</summary>
    public PointSet Rest { get; }

    public bool IsReachable(int rule) => !_deciding[rule].IsEmpty;

    public bool MatchesNothing(int rule) => _matching[rule].IsEmpty;

    public bool IsCovered(int rule, IEnumerable<int> by) => by.Aggregate(_matching[rule], (rest, r) => rest.Without(_matching[r])).IsEmpty;

    public bool IsRedundant(int rule)
    {
        PointSet rest = _deciding[rule];
        for (int later = rule + 1; later < _matching.Length; later++)
        {
            if (_outcomes[later] != _outcomes[rule] && !rest.And(_matching[later]).IsEmpty) return false;
            rest = rest.Without(_matching[later]);
        }

        return rest.IsEmpty || _outcomes[rule] == default((AuditLevel, string, bool)) with { Item2 = "" };
    }

    public bool IsLogged(PointSet region, AuditLevel atLeast, AuditLevel atMost)
        => Enumerable.Range(-1, _deciding.Length + 1).Any(i => LoggedBy(i) >= atLeast && LoggedBy(i) <= atMost && !DecidedBy(i).And(region).IsEmpty);

    /// <summary>The level at which a rule logs; no rule, or one without stages, logs nothing.</summary>
    public AuditLevel LoggedBy(int rule) => OutcomeOf(rule).Item1;

    /// <summary>Pairs of rules, one of each policy, that decide a request otherwise; -1 is no rule.</summary>
    public static HashSet<(int, int)> Differences(BruteForce a, BruteForce b)
    {
        HashSet<(int, int)> pairs = [];
        for (int i = -1; i < a._deciding.Length; i++)
        {
            for (int j = -1; j < b._deciding.Length; j++)
            {
                if (a.OutcomeOf(i) != b.OutcomeOf(j) && !a.DecidedBy(i).And(b.DecidedBy(j)).IsEmpty) pairs.Add((i, j));
            }
        }

        return pairs;
    }

    private PointSet DecidedBy(int rule) => rule < 0 ? Rest : _deciding[rule];

    private (AuditLevel, string, bool) OutcomeOf(int rule) => rule < 0 ? (AuditLevel.None, "", false) : _outcomes[rule];

    // What is not logged is all the same, and managed fields are only where bodies are.
    private (AuditLevel, string, bool) Outcome(PolicyRuleNode rule)
    {
        AuditLevel level = Enum.Parse<AuditLevel>(rule.Level.Value);
        string[] stages = [.. PolicyOracle.Texts(_policy.OmitStages).Concat(PolicyOracle.Texts(rule.OmitStages)).Distinct().Order(StringComparer.Ordinal)];
        if (level == AuditLevel.None || stages.Length == 4) return (AuditLevel.None, "", false);
        return (level, string.Join(' ', stages), level >= AuditLevel.Request && (rule.OmitManagedFields.IsKnown ? rule.OmitManagedFields.Value : _policy.OmitManagedFields.Or(false)));
    }
}
