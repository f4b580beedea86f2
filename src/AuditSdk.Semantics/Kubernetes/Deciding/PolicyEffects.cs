using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What each rule of a policy decides once it matches, and which of them decide alike.</summary>
internal sealed class PolicyEffects
{
    private const AuditStages All = AuditStages.RequestReceived | AuditStages.ResponseStarted | AuditStages.ResponseComplete | AuditStages.Panic;
    private const int Nothing = 0;

    private readonly PolicyDecision[] _decisions;
    private readonly PolicyDecision _default;

    public PolicyEffects(PolicyDocument policy)
    {
        IReadOnlyList<Node<PolicyRuleNode>> rules = policy.RulesOrUnknown();
        AuditStages omitted = StagesOf(policy.OmitStages);
        bool managed = policy.OmitManagedFields.Or(false);
        bool unsure = !RuleReading.AllKnown(policy.OmitStages) || policy.OmitManagedFields.State == NodeState.Unknown;
        _default = new(-1, AuditLevel.None, omitted, managed);
        _decisions = new PolicyDecision[rules.Count];
        Outcomes = new int[rules.Count];
        Levels = new AuditLevel?[rules.Count];
        for (int i = 0; i < rules.Count; i++)
        {
            Node<PolicyRuleNode> node = rules[i];
            PolicyRuleNode rule = node.IsKnown ? node.Value : new();
            Levels[i] = node.IsKnown ? LevelOf(rule.Level) : null;
            _decisions[i] = new(i, Levels[i] ?? AuditLevel.None, omitted | StagesOf(rule.OmitStages), rule.OmitManagedFields.Or(managed));
            bool known = !unsure && node.IsKnown && RuleReading.AllKnown(rule.OmitStages) && rule.OmitManagedFields.State != NodeState.Unknown;
            Outcomes[i] = Levels[i] == AuditLevel.None ? Nothing : known && Levels[i] is not null ? OutcomeOf(_decisions[i]) : -1;
        }
    }

    /// <summary>By rule: equal numbers decide alike for all that is logged; -1 where it is not known.</summary>
    public int[] Outcomes { get; }

    /// <summary>Whether all outcomes are known.</summary>
    public bool AreKnown => Array.IndexOf(Outcomes, -1) < 0;

    /// <summary>By rule: the level; null where it is not known or none of the four.</summary>
    public AuditLevel?[] Levels { get; }

    public PolicyDecision DecisionOf(int rule) => rule < 0 ? _default : _decisions[rule];

    /// <summary>The outcome of a rule; that of no rule for -1.</summary>
    public int OutcomeOf(int rule) => rule < 0 ? Nothing : Outcomes[rule];

    /// <summary>Decisions that log nothing are one; managed fields only matter where there are bodies.</summary>
    public static int OutcomeOf(PolicyDecision decision)
    {
        if (decision.Level == AuditLevel.None || decision.OmitStages == All) return Nothing;
        bool managed = decision.OmitManagedFields && decision.Level >= AuditLevel.Request;
        return 1 + (int)decision.Level + (4 * (int)decision.OmitStages) + (managed ? 64 : 0);
    }

    private static AuditStages StagesOf(Node<ValueList<Node<string>>> list)
    {
        AuditStages stages = AuditStages.None;
        if (!list.IsKnown) return stages;
        foreach (Node<string> stage in list.Value)
        {
            stages |= stage.Or(null) switch
            {
                "RequestReceived" => AuditStages.RequestReceived,
                "ResponseStarted" => AuditStages.ResponseStarted,
                "ResponseComplete" => AuditStages.ResponseComplete,
                "Panic" => AuditStages.Panic,
                _ => AuditStages.None,
            };
        }

        return stages;
    }

    private static AuditLevel? LevelOf(Node<string> level) => level.Or(null) switch
    {
        "None" => AuditLevel.None,
        "Metadata" => AuditLevel.Metadata,
        "Request" => AuditLevel.Request,
        "RequestResponse" => AuditLevel.RequestResponse,
        _ => null,
    };
}
