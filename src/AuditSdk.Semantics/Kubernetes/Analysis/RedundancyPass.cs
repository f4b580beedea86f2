using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Whether a rule is redundant; where it is not, a point that then goes to another rule, -1 for none.</summary>
internal readonly record struct RedundancyAnswer(RedundancyState State, ArraySegment<int> Point = default, Spaces Space = Spaces.None, int NextRule = -1);

/// <summary>Whether the policy decides alike without a rule: whether what it takes would go to rules that decide the same.</summary>
internal sealed class RedundancyPass(AnalysedPolicy policy, ReachPass reach, WorkMeter work)
{
    private readonly Region _own = new();
    private readonly Region _both = new();
    private readonly Dictionary<(int Outcome, bool Certain), ulong[]> _others = [];

    private RedundancyAnswer _found;

    public RedundancyAnswer Decide(int rule)
    {
        if (reach.States[rule] is ReachState.Unreachable or ReachState.MatchesNothing) return new(RedundancyState.Redundant);
        if (policy.IsKnown && NextDecidesOtherwise(rule)) return _found;
        Coverage possibly = FindOther(rule, policy.Possible, policy.Certain, certain: false);
        if (possibly == Coverage.Covered) return new(RedundancyState.Redundant);
        if (!policy.IsKnown || !policy.Effects.AreKnown) possibly = FindOther(rule, policy.Certain, policy.Possible, certain: true) == Coverage.Open ? Coverage.Open : Coverage.Undecided;
        return possibly == Coverage.Open ? _found : new(RedundancyState.Undecided);
    }

    private bool Differs(int rule, int later, bool certain)
    {
        int a = policy.Effects.Outcomes[rule], b = policy.Effects.OutcomeOf(later);
        return a < 0 || b < 0 ? !certain : a != b;
    }

    /// <summary>A quick look: what decides the rule's own witness without it.</summary>
    private bool NextDecidesOtherwise(int rule)
    {
        if (reach.States[rule] != ReachState.Reachable) return false;
        PolicySide side = policy.Certain;
        ArraySegment<int> point = reach.Point(rule);
        int next = PointSearch.NextRule(side, point, reach.PointSpaces[rule], side.Boxes.Start(rule + 1), reach.Revived(rule), work);
        if (!Differs(rule, next, certain: true)) return false;
        _found = new(RedundancyState.Needed, point, reach.PointSpaces[rule], next);
        return true;
    }

    /// <summary>A point of the rule that goes to a later rule of another decision; earlier and later rules are read so that the answer is a proof.</summary>
    private Coverage FindOther(int rule, PolicySide own, PolicySide mask, bool certain)
    {
        bool undecided = false;
        for (int box = own.Boxes.Start(rule); box < own.Boxes.Start(rule + 1); box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((own.Boxes.SpacesOf(box) & space) == 0) continue;
                Coverage coverage = FindOther(rule, box, space, own, mask, certain);
                if (coverage == Coverage.Open) return coverage;
                undecided |= coverage == Coverage.Undecided;
            }
        }

        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    private Coverage FindOther(int rule, int box, Spaces space, PolicySide own, PolicySide mask, bool certain)
    {
        if (work.IsOver) return Coverage.Undecided;
        IReadOnlyList<int>? revived = reach.Revived(rule);
        _own.SetTo(own.Boxes, box, space);

        // Behind the first rule that has the whole box nothing of it arrives.
        int start = mask.Boxes.Start(rule + 1);
        int covering = mask.Search.FirstCovering(_own, mask.Deciding, new(int.MaxValue, rule, revived) { GapStart = 0, GapEnd = start });
        int last = covering == int.MaxValue ? policy.RuleCount - 1 : mask.Boxes.RuleOf(covering);
        bool undecided = false;
        ulong[] others = Others(rule, own, certain);
        int from = own.Boxes.Start(rule + 1), to = own.Boxes.Start(last + 1);
        own.Rows.Begin(_own, from, to, others);
        for (int other = own.Rows.Next(); other >= 0; other = own.Rows.Next())
        {
            Coverage coverage = FindBoth(rule, box, other, space, own, mask, revived);
            if (coverage == Coverage.Open) return coverage;
            undecided |= coverage == Coverage.Undecided;
            if (work.IsOver) return Coverage.Undecided;
        }

        foreach (int later in revived ?? [])
        {
            if (later > last || !Differs(rule, later, certain)) continue;
            for (int other = own.Boxes.Start(later); other < own.Boxes.Start(later + 1); other++)
            {
                Coverage coverage = FindBoth(rule, box, other, space, own, mask, revived);
                if (coverage == Coverage.Open) return coverage;
                undecided |= coverage == Coverage.Undecided;
            }
        }

        if (covering == int.MaxValue && Differs(rule, -1, certain))
        {
            Coverage coverage = Found(mask.Search.Find(_own, mask.Deciding, new(int.MaxValue, rule, revived)), mask, space, -1);
            if (coverage != Coverage.Covered) return coverage;
        }

        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    private Coverage FindBoth(int rule, int box, int other, Spaces space, PolicySide own, PolicySide mask, IReadOnlyList<int>? revived)
    {
        if (!_both.SetToBoth(own.Boxes, box, own.Boxes, other, space, work)) return Coverage.Covered;
        int later = own.Boxes.RuleOf(other);
        return Found(mask.Search.Find(_both, mask.Deciding, new(mask.Boxes.Start(later), rule, revived)), mask, space, later);
    }

    private Coverage Found(Coverage coverage, PolicySide mask, Spaces space, int next)
    {
        if (coverage != Coverage.Open) return coverage;
        _found = new(RedundancyState.Needed, new((int[])mask.Search.Point.Clone()), space, next);
        return coverage;
    }

    /// <summary>Boxes of rules that decide something, and otherwise than a rule.</summary>
    private ulong[] Others(int rule, PolicySide side, bool certain)
    {
        int outcome = policy.Effects.Outcomes[rule];
        if (_others.TryGetValue((outcome, certain), out ulong[]? others)) return others;
        others = new ulong[Bits.Words(side.Boxes.Count)];
        for (int later = 0; later < policy.RuleCount; later++)
        {
            if (reach.States[later] == ReachState.Unreachable || !Differs(rule, later, certain)) continue;
            for (int box = side.Boxes.Start(later); box < side.Boxes.Start(later + 1); box++) Bits.Set(others, 0, box);
        }

        return _others[(outcome, certain)] = others;
    }
}
