using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>One of two policies under comparison; behind its last rule stands one that matches anything, for no rule.</summary>
internal sealed class ComparedPolicy(PolicyDocument document, AnalysedPolicy policy, PolicyAnalysisOptions options, WorkMeter work)
{
    private readonly ReachPass _reach = new(policy, work, options.WorkBudget);

    public PolicyDocument Document => document;

    public int Count => policy.RuleCount + 1;

    public bool Decides(int rule) => rule == policy.RuleCount || _reach.States[rule] != ReachState.Unreachable;

    public int Outcome(int rule) => policy.Effects.OutcomeOf(Number(rule));

    /// <summary>The rule, -1 for none.</summary>
    public int Number(int rule) => rule == policy.RuleCount ? -1 : rule;

    public void AddTo(BoxTable boxes)
    {
        foreach (Node<PolicyRuleNode> rule in document.RulesOrUnknown()) boxes.Add(RuleReading.Of(rule, Reading.Certain, options.GroupStarIsLiteral));
        boxes.Add(RuleReading.Anything);
    }
}

/// <summary>Finds for each pair of rules that decide otherwise a point that goes to both. One table has the boxes of both policies, the second's behind the first's.</summary>
internal sealed class DifferenceSearch
{
    private readonly ComparedPolicy _a;
    private readonly ComparedPolicy _b;
    private readonly WorkMeter _work;
    private readonly BoxTable _boxes = new(new AtomTable(), literalStars: false);
    private readonly PolicySide _side;
    private readonly Region _own = new();
    private readonly Region _both = new();
    private readonly Dictionary<int, ulong[]> _others = [];
    private readonly HashSet<int> _foundOthers = [];

    public DifferenceSearch(ComparedPolicy a, ComparedPolicy b, WorkMeter work)
    {
        (_a, _b, _work) = (a, b, work);
        a.AddTo(_boxes);
        b.AddTo(_boxes);
        _boxes.Atoms.Seal();
        _side = new(_boxes, work);
        for (int rule = 0; rule < _boxes.RuleCount; rule++)
        {
            if (rule < a.Count ? a.Decides(rule) : b.Decides(rule - a.Count)) _side.Deciding.Add(rule);
        }
    }

    public AtomTable Atoms => _boxes.Atoms;

    public List<(int Rule, int Other, int[] Point, Spaces Space)> Found { get; } = [];

    /// <summary>True where all pairs are decided.</summary>
    public bool Run()
    {
        bool complete = true;
        for (int rule = CommonRules(); rule < _a.Count; rule++)
        {
            if (!_a.Decides(rule)) continue;
            int first = Found.Count;
            _foundOthers.Clear();
            complete &= Visit(rule);
            Found.Sort(first, Found.Count - first, Comparer<(int, int Other, int[], Spaces)>.Create((x, y) => Order(x.Other).CompareTo(Order(y.Other))));
            if (_work.IsOver) return false;
        }

        return complete;

        static uint Order(int rule) => unchecked((uint)rule);
    }

    /// <summary>Rules that both policies begin with: what one of them takes the other takes with the same rule.</summary>
    private int CommonRules()
    {
        if (_a.Document.OmitStages != _b.Document.OmitStages || _a.Document.OmitManagedFields != _b.Document.OmitManagedFields) return 0;
        IReadOnlyList<Node<PolicyRuleNode>> rules = _a.Document.RulesOrUnknown(), others = _b.Document.RulesOrUnknown();
        int common = 0;
        while (common < rules.Count && common < others.Count && rules[common] == others[common]) common++;
        return common;
    }

    private bool Visit(int rule)
    {
        bool complete = true;
        ulong[] others = Others(_a.Outcome(rule));
        int start = _boxes.Start(_a.Count);
        for (int box = _boxes.Start(rule); box < _boxes.Start(rule + 1); box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((_boxes.SpacesOf(box) & space) == 0) continue;
                _own.SetTo(_boxes, box, space);
                _side.Rows.Begin(_own, start, _boxes.Count, others);
                for (int other = _side.Rows.Next(); other >= 0; other = _side.Rows.Next())
                {
                    complete &= Visit(rule, box, other, space);
                    if (_work.IsOver) return false;
                }
            }
        }

        return complete;
    }

    private bool Visit(int rule, int box, int otherBox, Spaces space)
    {
        int other = _boxes.RuleOf(otherBox) - _a.Count;
        if (_foundOthers.Contains(other) || !_both.SetToBoth(_boxes, box, _boxes, otherBox, space, _work)) return true;
        BoxFilter before = new(_boxes.Start(_a.Count + other)) { GapStart = _boxes.Start(rule), GapEnd = _boxes.Start(_a.Count) };
        Coverage coverage = _side.Search.Find(_both, _side.Deciding, before);
        if (coverage != Coverage.Open) return coverage == Coverage.Covered;
        _foundOthers.Add(other);
        Found.Add((_a.Number(rule), _b.Number(other), (int[])_side.Search.Point.Clone(), space));
        return true;
    }

    /// <summary>Boxes of the second policy's rules that decide something, and otherwise.</summary>
    private ulong[] Others(int outcome)
    {
        if (_others.TryGetValue(outcome, out ulong[]? others)) return others;
        others = new ulong[Bits.Words(_boxes.Count)];
        for (int rule = 0; rule < _b.Count; rule++)
        {
            if (!_b.Decides(rule) || _b.Outcome(rule) == outcome) continue;
            for (int box = _boxes.Start(_a.Count + rule); box < _boxes.Start(_a.Count + rule + 1); box++) Bits.Set(others, 0, box);
        }

        return _others[outcome] = others;
    }
}
