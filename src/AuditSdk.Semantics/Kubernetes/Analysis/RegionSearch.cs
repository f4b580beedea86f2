using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Whether a region has a point that a rule of a level or more decides.</summary>
internal sealed class RegionSearch(AnalysedPolicy policy, ReachPass reach, WorkMeter work)
{
    private const int UserAndGroups = (1 << Dimension.User) | (1 << Dimension.UserGroup);

    private readonly Region _asked = new();
    private readonly Region _both = new();

    public int[] Point { get; } = new int[ReachPass.PointSize];

    public Spaces PointSpace { get; private set; }

    public int Rule { get; private set; }

    public RegionState Find(PolicyRegion region, AuditLevel atLeast)
    {
        BoxTable asked = new(policy.Certain.Boxes.Atoms, literalStars: false);
        asked.Add(RuleReading.Of(region));
        Coverage coverage = Find(asked, region.WithoutUser, atLeast, policy.Possible, policy.Certain, certain: false);
        if (coverage == Coverage.Covered) return RegionState.Never;
        if (!policy.IsKnown || !policy.Effects.AreKnown) coverage = Find(asked, region.WithoutUser, atLeast, policy.Certain, policy.Possible, certain: true);
        return coverage == Coverage.Open ? RegionState.Found : RegionState.Undecided;
    }

    private Coverage Find(BoxTable asked, bool withoutUser, AuditLevel atLeast, PolicySide logging, PolicySide mask, bool certain)
    {
        bool undecided = false;
        ulong[] among = Logging(logging, withoutUser, atLeast, certain);
        for (int box = 0; box < asked.Count; box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((asked.SpacesOf(box) & space) == 0) continue;
                Coverage coverage = Find(asked, box, space, among, logging, mask);
                if (coverage == Coverage.Open) return coverage;
                undecided |= coverage == Coverage.Undecided;
            }
        }

        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    private Coverage Find(BoxTable asked, int box, Spaces space, ulong[] among, PolicySide logging, PolicySide mask)
    {
        bool undecided = false;
        _asked.SetTo(asked, box, space);
        logging.Rows.Begin(_asked, 0, logging.Boxes.Count, among);
        for (int other = logging.Rows.Next(); other >= 0; other = logging.Rows.Next())
        {
            if (!_both.SetToBoth(asked, box, logging.Boxes, other, space, work)) continue;
            int rule = logging.Boxes.RuleOf(other);
            Coverage coverage = mask.Search.Find(_both, mask.Deciding, new(mask.Boxes.Start(rule)));
            if (coverage == Coverage.Open)
            {
                Array.Copy(mask.Search.Point, Point, Point.Length);
                (PointSpace, Rule) = (space, rule);
                return coverage;
            }

            undecided |= coverage == Coverage.Undecided;
            if (work.IsOver) return Coverage.Undecided;
        }

        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    /// <summary>Boxes of the rules that log at the level or more.</summary>
    private ulong[] Logging(PolicySide side, bool withoutUser, AuditLevel atLeast, bool certain)
    {
        ulong[] boxes = new ulong[Bits.Words(side.Boxes.Count)];
        for (int rule = 0; rule < policy.RuleCount; rule++)
        {
            if (reach.States[rule] == ReachState.Unreachable) continue;
            int outcome = policy.Effects.Outcomes[rule];
            AuditLevel? level = policy.Effects.Levels[rule];
            bool logs = certain ? outcome > 0 && level >= atLeast : outcome != 0 && (level is null || level >= atLeast);
            if (!logs) continue;
            for (int box = side.Boxes.Start(rule); box < side.Boxes.Start(rule + 1); box++)
            {
                // A failed login has no user that a box could ask for.
                if (!withoutUser || (side.Boxes.Constrained(box) & UserAndGroups) == 0) Bits.Set(boxes, 0, box);
            }
        }

        return boxes;
    }
}
