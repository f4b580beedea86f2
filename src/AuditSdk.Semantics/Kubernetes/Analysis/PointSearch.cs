using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Which rule decides a point.</summary>
internal static class PointSearch
{
    /// <summary>The first rule from a box on that has the point, also among the revived ones; -1 without one.</summary>
    public static int NextRule(PolicySide side, ArraySegment<int> point, Spaces space, int start, IReadOnlyList<int>? revived, WorkMeter work)
    {
        BoxTable boxes = side.Boxes;
        int best = First(boxes, side.Deciding.Open, point, space, start, int.MaxValue, work);
        for (int d = 0; d < ReachPass.PointSize; d++)
        {
            int dimension = d == Dimension.Count ? Dimension.UserGroup : d;
            int atom = point.Array![point.Offset + d];
            while (atom >= 0)
            {
                best = First(boxes, side.Deciding.Of(dimension, atom), point, space, start, best, work);
                atom = d == Dimension.Path ? boxes.Atoms.Enclosing(atom) : -1;
            }
        }

        foreach (int rule in revived ?? [])
        {
            for (int box = boxes.Start(rule); box < boxes.Start(rule + 1) && box < best; box++)
            {
                if (box >= start && Has(boxes, box, point, space)) best = box;
            }
        }

        return best == int.MaxValue ? -1 : boxes.RuleOf(best);
    }

    private static int First(BoxTable boxes, ArraySegment<int> ascending, ArraySegment<int> point, Spaces space, int start, int best, WorkMeter work)
    {
        if (ascending.Count == 0) return best;
        int i = Array.BinarySearch(ascending.Array!, ascending.Offset, ascending.Count, start);
        if (i < 0) i = ~i;
        int end = ascending.Offset + ascending.Count;
        for (; i < end && ascending.Array![i] < best; i++)
        {
            work.Spend(1);
            if (Has(boxes, ascending.Array[i], point, space)) return ascending.Array[i];
        }

        return best;
    }

    private static bool Has(BoxTable boxes, int box, ArraySegment<int> point, Spaces space)
    {
        if ((boxes.SpacesOf(box) & space) == 0) return false;
        for (int left = boxes.Constrained(box); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            int[] values = boxes.Values(box, d)!;
            int atom = point.Array![point.Offset + d];
            bool has = atom >= 0 && (d == Dimension.Path ? Paths.Accepts(boxes.Atoms, values, atom) : Array.BinarySearch(values, atom) >= 0);
            if (!has && d == Dimension.UserGroup) has = point.Array[point.Offset + Dimension.Count] is >= 0 and int second && Array.BinarySearch(values, second) >= 0;
            if (!has) return false;
        }

        return true;
    }
}
