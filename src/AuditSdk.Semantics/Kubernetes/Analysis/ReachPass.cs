using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Goes through the rules once and tells of each whether the rules before it leave it anything. A rule that decides nothing adds nothing to those before the next.</summary>
internal sealed class ReachPass
{
    public const int PointSize = Dimension.Count + 1;

    private readonly AnalysedPolicy _policy;
    private readonly WorkMeter _work;
    private readonly Region _region = new();
    private readonly int[] _points;
    private readonly int[]?[] _covers;
    private readonly List<int>?[] _revived;
    private Spaces _openSpace;

    public ReachPass(AnalysedPolicy policy, WorkMeter work, long budget)
    {
        (_policy, _work) = (policy, work);
        States = new ReachState[policy.RuleCount];
        PointSpaces = new Spaces[policy.RuleCount];
        _points = new int[policy.RuleCount * PointSize];
        _covers = new int[policy.RuleCount][];
        _revived = new List<int>?[policy.RuleCount];
        long around = work.BeginLimit(budget);
        for (int i = 0; i < policy.RuleCount; i++) Visit(i, Math.Max(budget / 10, 1));
        work.EndLimit(around);
    }

    public ReachState[] States { get; }

    /// <summary>The space of a reachable rule's point.</summary>
    public Spaces[] PointSpaces { get; }

    public ArraySegment<int> Point(int rule) => new(_points, rule * PointSize, PointSize);

    /// <summary>Rules that together cover an unreachable one, perhaps more than needed.</summary>
    public int[] Cover(int rule) => _covers[rule]!;

    /// <summary>Unreachable rules whose cover has a rule: without it they may decide something.</summary>
    public IReadOnlyList<int>? Revived(int rule) => _revived[rule];

    /// <summary>Whether a rule decides anything where a rule that decides nothing stands earlier than it does.</summary>
    public ReachState StateIfMoved(int rule, int moved, int before)
    {
        (int place, int extra) = rule == moved ? (before, -1) : (rule, moved);
        Coverage covered = Ask(rule, _policy.Possible, _policy.Certain, place, extra, null);
        if (covered == Coverage.Open && !_policy.IsKnown) covered = Ask(rule, _policy.Certain, _policy.Possible, place, extra, null);
        return covered == Coverage.Open ? ReachState.Reachable : covered == Coverage.Covered && _policy.IsKnown ? ReachState.Unreachable : ReachState.Undecided;
    }

    private void Visit(int rule, long budget)
    {
        long around = _work.BeginLimit(budget);
        States[rule] = Decide(rule);
        _work.EndLimit(around);
        if (States[rule] is ReachState.Unreachable)
        {
            foreach (int covering in _covers[rule]!) (_revived[covering] ??= []).Add(rule);
        }
        else
        {
            _policy.Certain.Deciding.Add(rule);
            if (!_policy.IsKnown) _policy.Possible.Deciding.Add(rule);
        }
    }

    private ReachState Decide(int rule)
    {
        BoxTable possible = _policy.Possible.Boxes;
        if (possible.Start(rule) == possible.Start(rule + 1)) return ReachState.MatchesNothing;
        HashSet<int> cover = [];
        Coverage covered = Ask(rule, _policy.Possible, _policy.Certain, rule, -1, cover);
        if (covered == Coverage.Covered)
        {
            _covers[rule] = [.. cover.OrderBy(r => r)];
            return ReachState.Unreachable;
        }

        // With nothing unknown the point that is left is the rule's own; else it has to be certain in the other reading.
        if (!_policy.IsKnown) covered = Ask(rule, _policy.Certain, _policy.Possible, rule, -1, null);
        if (covered != Coverage.Open) return ReachState.Undecided;
        Array.Copy(_policy.Possible.Search.Point, 0, _points, rule * PointSize, PointSize);
        PointSpaces[rule] = _openSpace;
        return ReachState.Reachable;
    }

    /// <summary>Whether the boxes of a rule in one reading are covered by those of the rules before a place, and of one more, in the other.</summary>
    private Coverage Ask(int rule, PolicySide own, PolicySide earlier, int place, int extra, HashSet<int>? cover)
    {
        bool undecided = false;
        BoxFilter filter = new(earlier.Boxes.Start(place)) { Moved = extra };
        for (int box = own.Boxes.Start(rule); box < own.Boxes.Start(rule + 1); box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((own.Boxes.SpacesOf(box) & space) == 0) continue;
                _region.SetTo(own.Boxes, box, space);
                Coverage coverage = earlier.Search.Find(_region, earlier.Deciding, filter);
                if (coverage == Coverage.Open)
                {
                    _openSpace = space;
                    return Coverage.Open;
                }

                undecided |= coverage == Coverage.Undecided;
                if (coverage != Coverage.Covered || cover is null) continue;
                foreach (int covering in earlier.Search.Cover) cover.Add(earlier.Boxes.RuleOf(covering));
            }
        }

        // A rule of which nothing is certain has no boxes here, which proves nothing.
        return undecided ? Coverage.Undecided : Coverage.Covered;
    }
}
