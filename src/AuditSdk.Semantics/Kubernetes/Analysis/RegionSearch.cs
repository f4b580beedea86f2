using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Levels from one to another.</summary>
internal readonly record struct LevelRange(AuditLevel Least, AuditLevel Most)
{
    /// <summary>Whether nothing logged is among them.</summary>
    public bool HasNone => Least == AuditLevel.None;

    public bool Has(AuditLevel level) => Least <= level && level <= Most;
}

/// <summary>Whether a region has a point that is logged at one of some levels.</summary>
internal sealed class RegionSearch(AnalysedPolicy policy, ReachPass reach, WorkMeter work)
{
    private const int UserAndGroups = (1 << Dimension.User) | (1 << Dimension.UserGroup);

    private readonly Region _asked = new();
    private readonly Region _both = new();

    public int[] Point { get; } = new int[ReachPass.PointSize];

    public Spaces PointSpace { get; private set; }

    public int Rule { get; private set; }

    public RegionState Find(PolicyRegion region, LevelRange levels)
    {
        if (region.ExactGroups is { } groups && region.UserGroups.Count > 0 && !groups.Intersect(region.UserGroups).Any()) return RegionState.Never;
        BoxTable asked = NewQuestion();
        asked.Add(RuleReading.Of(region));
        _asked.ExactGroups = _both.ExactGroups = Mentioned(region.ExactGroups);
        Coverage coverage = Find(asked, region.WithoutUser, levels, policy.Possible, policy.Certain, certain: false);
        if (coverage == Coverage.Covered) return RegionState.Never;
        if (!policy.IsKnown || !policy.Effects.AreKnown) coverage = Find(asked, region.WithoutUser, levels, policy.Certain, policy.Possible, certain: true);
        return coverage == Coverage.Open ? RegionState.Found : RegionState.Undecided;
    }

    /// <summary>Whether any point is in no rule.</summary>
    public RegionState FindUnmatched()
    {
        _asked.ExactGroups = null;
        BoxTable all = NewQuestion();
        all.Add(RuleReading.Anything);
        Coverage coverage = FindUnmatched(all, policy.Certain);
        if (coverage == Coverage.Covered) return RegionState.Never;
        if (coverage == Coverage.Open && !policy.IsKnown) coverage = FindUnmatched(all, policy.Possible);
        return coverage == Coverage.Open ? RegionState.Found : RegionState.Undecided;
    }

    private BoxTable NewQuestion()
    {
        policy.Certain.Boxes.Atoms.ForgetQuestions();
        return new(policy.Certain.Boxes.Atoms, literalStars: false);
    }

    /// <summary>A group that no rule mentions makes none match.</summary>
    private int[]? Mentioned(ValueList<string>? groups)
    {
        AtomTable atoms = policy.Certain.Boxes.Atoms;
        return groups is null ? null : [.. groups.Where(g => atoms.Mentions(Dimension.UserGroup, g)).Select(g => atoms.Find(Dimension.UserGroup, g)).Distinct()];
    }

    private Coverage FindUnmatched(BoxTable asked, PolicySide mask)
    {
        bool undecided = false;
        for (int box = 0; box < asked.Count; box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((asked.SpacesOf(box) & space) == 0) continue;
                Coverage coverage = FindWithoutRule(asked, box, space, mask);
                if (coverage == Coverage.Open) return coverage;
                undecided |= coverage == Coverage.Undecided;
            }
        }

        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    private Coverage Find(BoxTable asked, bool withoutUser, LevelRange levels, PolicySide logging, PolicySide mask, bool certain)
    {
        bool undecided = false;
        ulong[] among = Logging(logging, withoutUser, levels, certain);
        for (int box = 0; box < asked.Count; box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((asked.SpacesOf(box) & space) == 0) continue;
                Coverage coverage = Find(asked, box, space, among, logging, mask);
                if (coverage != Coverage.Open && levels.HasNone) coverage = Worse(coverage, FindWithoutRule(asked, box, space, mask));
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
            if (coverage == Coverage.Open) return Found(mask, space, rule);

            undecided |= coverage == Coverage.Undecided;
            if (work.IsOver) return Coverage.Undecided;
        }

        return undecided ? Coverage.Undecided : Coverage.Covered;
    }

    /// <summary>Whether no rule takes a point of a box.</summary>
    private Coverage FindWithoutRule(BoxTable asked, int box, Spaces space, PolicySide mask)
    {
        _asked.SetTo(asked, box, space);
        Coverage coverage = mask.Search.Find(_asked, mask.Deciding, new(mask.Boxes.Count));
        return coverage == Coverage.Open ? Found(mask, space, -1) : coverage;
    }

    private Coverage Found(PolicySide mask, Spaces space, int rule)
    {
        Array.Copy(mask.Search.Point, Point, Point.Length);
        (PointSpace, Rule) = (space, rule);
        return Coverage.Open;
    }

    private static Coverage Worse(Coverage before, Coverage now) => now == Coverage.Covered ? before : now;

    /// <summary>Boxes of the rules that log at one of the levels.</summary>
    private ulong[] Logging(PolicySide side, bool withoutUser, LevelRange levels, bool certain)
    {
        ulong[] boxes = new ulong[Bits.Words(side.Boxes.Count)];
        for (int rule = 0; rule < policy.RuleCount; rule++)
        {
            if (reach.States[rule] == ReachState.Unreachable) continue;
            int outcome = policy.Effects.Outcomes[rule];
            AuditLevel? level = outcome == 0 ? AuditLevel.None : policy.Effects.Levels[rule];
            bool counts = level is null || levels.Has(level.Value);

            // Below zero it is not known whether it logs at all.
            if (outcome < 0) counts = !certain && (counts || levels.HasNone);
            if (!counts) continue;
            for (int box = side.Boxes.Start(rule); box < side.Boxes.Start(rule + 1); box++)
            {
                // A failed login has no user that a box could ask for.
                if (!withoutUser || (side.Boxes.Constrained(box) & UserAndGroups) == 0) Bits.Set(boxes, 0, box);
            }
        }

        return boxes;
    }
}
