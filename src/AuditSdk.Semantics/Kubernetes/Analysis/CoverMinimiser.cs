using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Takes from a cover what is too many, so that each rule that is left is a reason.</summary>
internal sealed class CoverMinimiser(AnalysedPolicy policy, ReachPass reach, WorkMeter work)
{
    /// <summary>Nobody reads a longer list of reasons.</summary>
    private const int MostRules = 48;

    private readonly Region _region = new();

    /// <summary>The rules, ascending, and whether none of them is too many.</summary>
    public (int[] Rules, bool IsIrreducible) Minimise(int rule)
    {
        List<int> rules = [.. reach.Cover(rule)];
        if (rules.Count == 1) return ([.. rules], true);
        if (rules.Count > MostRules) return ([.. rules], false);
        bool irreducible = true;
        AuditLevel? level = policy.Effects.Levels[rule];

        // Rules of the same level go first: one of another level says more.
        foreach (int candidate in reach.Cover(rule).OrderBy(r => policy.Effects.Levels[r] == level ? 0 : 1).ThenByDescending(r => r))
        {
            if (!rules.Contains(candidate)) continue;
            Coverage coverage = CoversWithout(rule, rules, candidate, out HashSet<int> used);
            if (coverage == Coverage.Covered) rules.RemoveAll(r => !used.Contains(r));
            irreducible &= coverage != Coverage.Undecided;
        }

        return ([.. rules], irreducible);
    }

    private Coverage CoversWithout(int rule, List<int> rules, int without, out HashSet<int> used)
    {
        used = [];
        BoxTable boxes = policy.Possible.Boxes;
        PolicySide earlier = policy.Certain;
        for (int box = boxes.Start(rule); box < boxes.Start(rule + 1); box++)
        {
            for (Spaces space = Spaces.Resource; space <= Spaces.Url; space++)
            {
                if ((boxes.SpacesOf(box) & space) == 0) continue;
                _region.SetTo(boxes, box, space);
                Coverage coverage = work.IsOver ? Coverage.Undecided : earlier.Search.FindAmong(_region, rules, without);
                if (coverage != Coverage.Covered) return coverage;
                foreach (int covering in earlier.Search.Cover) used.Add(earlier.Boxes.RuleOf(covering));
            }
        }

        return Coverage.Covered;
    }
}
