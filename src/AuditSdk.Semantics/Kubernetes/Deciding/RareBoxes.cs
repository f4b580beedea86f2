using AuditSdk.Semantics.Kubernetes.Boxes;
#if NET
using Values = System.Span<int>;
#else
using Values = int[];
#endif

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Boxes that have a dimension in which each of their values is rare: only a request with such a value has to look at them.</summary>
internal sealed class RareBoxes
{
    private readonly BoxTable _boxes;
    private readonly int[][] _first = new int[Dimension.Count][];
    private readonly int[] _members;

    /// <summary>The dimensions that are home to a box, as bits.</summary>
    private readonly int _homes;

    public RareBoxes(BoxTable boxes, Plan plan)
    {
        _boxes = boxes;
        int total = 0;
        for (int d = 0; d < Dimension.Count; d++) _first[d] = plan.Any ? new int[boxes.Atoms.CountOf(d) + 1] : [];
        if (!plan.Any)
        {
            _members = [];
            return;
        }

        for (int b = 0; b < boxes.Count; b++)
        {
            if (plan.Home[b] < 0) continue;
            total += boxes.Values(b, plan.Home[b])!.Length;
            _homes |= 1 << plan.Home[b];
        }

        _members = new int[total];
        int at = 0;
        for (int d = 0; d < Dimension.Count; d++) at = Fill(plan, d, at);
    }

    private int Fill(Plan plan, int d, int at)
    {
        int[] first = _first[d];
        for (int b = 0; b < _boxes.Count; b++)
        {
            if (plan.Home[b] != d) continue;
            foreach (int atom in _boxes.Values(b, d)!) first[atom]++;
        }

        // Counts become ends, and ends become starts while the members are filled in from behind.
        for (int a = 0; a < first.Length; a++)
        {
            at += first[a];
            first[a] = at;
        }

        for (int b = _boxes.Count - 1; b >= 0; b--)
        {
            if (plan.Home[b] != d) continue;
            foreach (int atom in _boxes.Values(b, d)!) _members[--first[atom]] = b;
        }

        return at;
    }

    /// <summary>The first box that matches and comes before a limit, else the limit.</summary>
    public int First(Values values, int groups, Spaces space, int limit)
    {
        for (int left = _homes & ~(1 << Dimension.UserGroup | 1 << Dimension.Path); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            if (values[d] >= 0) limit = First(d, values[d], values, groups, space, limit);
        }

        if ((_homes >> Dimension.UserGroup & 1) != 0)
        {
            for (int i = 0; i < groups; i++) limit = First(Dimension.UserGroup, values[Dimension.Count + i], values, groups, space, limit);
        }

        if ((_homes >> Dimension.Path & 1) != 0)
        {
            for (int path = values[Dimension.Path]; path >= 0; path = _boxes.Atoms.Enclosing(path)) limit = First(Dimension.Path, path, values, groups, space, limit);
        }

        return limit;
    }

    private int First(int d, int atom, Values values, int groups, Spaces space, int limit)
    {
        int[] first = _first[d];
        for (int i = first[atom]; i < first[atom + 1]; i++)
        {
            int box = _members[i];
            if (box >= limit) return limit;
            if (Matches(box, d, values, groups, space)) return box;
        }

        return limit;
    }

    private bool Matches(int box, int home, Values values, int groups, Spaces space)
    {
        if ((_boxes.SpacesOf(box) & space) == 0) return false;
        for (int left = _boxes.Constrained(box) & ~(1 << home); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            int[] accepted = _boxes.Values(box, d)!;
            if (d == Dimension.UserGroup)
            {
                int i = 0;
                while (i < groups && !Contains(accepted, values[Dimension.Count + i])) i++;
                if (i == groups) return false;
            }
            else if (d == Dimension.Path)
            {
                int path = values[d];
                while (path >= 0 && !Contains(accepted, path)) path = _boxes.Atoms.Enclosing(path);
                if (path < 0) return false;
            }
            else if (!Contains(accepted, values[d]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(int[] sorted, int atom)
    {
        if (sorted.Length > 12) return Array.BinarySearch(sorted, atom) >= 0;
        foreach (int value in sorted)
        {
            if (value == atom) return true;
        }

        return false;
    }

    /// <summary>Which boxes are columns of bit rows and which live with their rarest dimension.</summary>
    internal sealed record Plan(int[] Dense, int[] Home, bool Any)
    {
        /// <summary>Up to so many boxes rows alone are faster.</summary>
        private const int FewBoxes = 512;

        /// <summary>A value with more boxes than this is looked up faster in rows.</summary>
        private const int Rare = 32;

        public static Plan Of(BoxTable boxes)
        {
            int[] home = new int[boxes.Count];
            for (int b = 0; b < home.Length; b++) home[b] = -1;
            if (boxes.Count <= FewBoxes) return new([.. Enumerable.Range(0, boxes.Count)], home, false);
            int[][] mentions = Mentions(boxes);
            List<int> dense = [];
            bool any = false;
            for (int b = 0; b < home.Length; b++)
            {
                home[b] = Rarest(boxes, b, mentions, Rare);
                if (home[b] < 0) dense.Add(b);
                else any = true;
            }

            return new([.. dense], home, any);
        }

        /// <summary>By dimension and value: how many boxes have it.</summary>
        internal static int[][] Mentions(BoxTable boxes)
        {
            int[][] mentions = new int[Dimension.Count][];
            for (int d = 0; d < Dimension.Count; d++) mentions[d] = new int[boxes.Atoms.CountOf(d)];
            for (int b = 0; b < boxes.Count; b++)
            {
                for (int left = boxes.Constrained(b); left != 0; left &= left - 1)
                {
                    int d = Bits.Lowest((ulong)left);
                    foreach (int atom in boxes.Values(b, d)!) mentions[d][atom]++;
                }
            }

            return mentions;
        }

        /// <summary>The dimension whose most mentioned value of the box is mentioned least; -1 where that is over a limit, or nothing is constrained.</summary>
        internal static int Rarest(BoxTable boxes, int box, int[][] mentions, int limit)
        {
            int best = -1;
            for (int left = boxes.Constrained(box); left != 0; left &= left - 1)
            {
                int d = Bits.Lowest((ulong)left);
                int most = 0;
                foreach (int atom in boxes.Values(box, d)!) most = Math.Max(most, mentions[d][atom]);
                if (most <= limit) (best, limit) = (d, most - 1);
            }

            return best;
        }
    }
}
