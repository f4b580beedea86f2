using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The boxes of a policy in one reading, with the search over those that decide something.</summary>
internal sealed class PolicySide(BoxTable boxes, WorkMeter work)
{
    private BoxRows? _rows;

    public BoxTable Boxes => boxes;

    public BoxPostings Deciding { get; } = new(boxes);

    public CoverSearch Search { get; } = new(boxes, work);

    public BoxRows Rows => _rows ??= new(boxes, work);
}

/// <summary>A policy in both readings; they are one object where all of it is known.</summary>
internal sealed class AnalysedPolicy
{
    public AnalysedPolicy(PolicyDocument policy, bool groupStarIsLiteral, WorkMeter work)
    {
        IReadOnlyList<Node<PolicyRuleNode>> rules = policy.RulesOrUnknown();
        RuleCount = rules.Count;
        Effects = new(policy);
        AtomTable atoms = new();
        BoxTable certain = new(atoms, literalStars: false), possible = new(atoms, literalStars: false);
        bool known = true;
        foreach (Node<PolicyRuleNode> rule in rules)
        {
            RuleReading reading = RuleReading.Of(rule, Reading.Certain, groupStarIsLiteral);
            known &= reading.IsKnown;
            certain.Add(reading);
        }

        if (!known)
        {
            foreach (Node<PolicyRuleNode> rule in rules) possible.Add(RuleReading.Of(rule, Reading.Possible, groupStarIsLiteral));
        }

        atoms.Seal();
        Certain = new(certain, work);
        Possible = known ? Certain : new(possible, work);
    }

    public int RuleCount { get; }

    public PolicyEffects Effects { get; }

    public PolicySide Certain { get; }

    public PolicySide Possible { get; }

    public bool IsKnown => ReferenceEquals(Certain, Possible);
}
