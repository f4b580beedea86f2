using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>A part of one space: a box, or what two boxes have in common. Per dimension it lists the values that can matter, its alternatives; one that is not listed is open, and there a value that no rule mentions stands for all.</summary>
internal sealed class Region
{
    private readonly int[]?[] _items = new int[]?[Dimension.Count];
    private readonly int[] _counts = new int[Dimension.Count];
    private readonly int[][] _scratch = new int[Dimension.Count][];
    private int[] _second = [];
    private bool _hasGroupPairs;

    public Spaces Space { get; private set; }

    /// <summary>The listed dimensions, as bits.</summary>
    public int Listed { get; private set; }

    /// <summary>The only groups that the user is in, as far as rules mention them; null where it may be in any.</summary>
    public int[]? ExactGroups { get; set; }

    public int CountOf(int dimension) => _counts[dimension];

    public int[]? Items(int dimension) => _items[dimension];

    public int Item(int dimension, int alternative) => _items[dimension]![alternative];

    /// <summary>One of the groups of an alternative; -1 behind the last.</summary>
    public int Group(int alternative, int index)
    {
        if (ExactGroups is { } exact) return index < exact.Length ? exact[index] : -1;
        return index == 0 ? Item(Dimension.UserGroup, alternative) : index == 1 && _hasGroupPairs ? _second[alternative] : -1;
    }

    /// <summary>A box in a space that it has a part in.</summary>
    public void SetTo(BoxTable boxes, int box, Spaces space)
    {
        Space = space;
        _hasGroupPairs = false;
        Listed = boxes.Constrained(box);
        for (int d = 0; d < Dimension.Count; d++)
        {
            int[]? values = boxes.Values(box, d);
            _items[d] = values;
            _counts[d] = values?.Length ?? 0;
        }

        if (ExactGroups is { } exact) SetGroups(exact);
    }

    /// <summary>One alternative that is in all of the groups; without any it is the one that no rule mentions.</summary>
    private void SetGroups(int[] exact)
    {
        int groups = 1 << Dimension.UserGroup;
        (_items[Dimension.UserGroup], _counts[Dimension.UserGroup]) = exact.Length > 0 ? (exact, 1) : (null, 0);
        Listed = exact.Length > 0 ? Listed | groups : Listed & ~groups;
    }

    /// <summary>What a box has in common with another in a space; false where that is nothing.</summary>
    public bool SetToBoth(BoxTable boxes, int box, BoxTable others, int other, Spaces space, WorkMeter work)
    {
        SetTo(boxes, box, space);
        if ((others.SpacesOf(other) & boxes.SpacesOf(box) & space) == 0) return false;
        for (int left = others.Constrained(other); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            int[] theirs = others.Values(other, d)!;
            int[]? ours = _items[d];
            if (ReferenceEquals(ours, theirs)) continue;
            if (d == Dimension.UserGroup && ExactGroups is { } exact)
            {
                if (!Array.Exists(exact, g => Array.BinarySearch(theirs, g) >= 0)) return false;
                continue;
            }

            if (ours is null)
            {
                _items[d] = theirs;
                _counts[d] = theirs.Length;
                continue;
            }

            work.Spend(ours.Length + theirs.Length);
            bool some = d switch
            {
                Dimension.UserGroup => IntersectGroups(ours, theirs),
                Dimension.Path => IntersectPaths(boxes.Atoms, ours, theirs),
                _ => Intersect(d, ours, theirs),
            };
            if (!some) return false;
        }

        Listed |= others.Constrained(other);
        return true;
    }

    private int[] Scratch(int d, int size)
    {
        if (_scratch[d] is not { } scratch || scratch.Length < size) _scratch[d] = scratch = new int[Math.Max(8, size * 2)];
        return scratch;
    }

    private bool Intersect(int d, int[] ours, int[] theirs)
    {
        int[] both = Scratch(d, Math.Min(ours.Length, theirs.Length));
        int count = 0;
        for (int i = 0, j = 0; i < ours.Length && j < theirs.Length;)
        {
            if (ours[i] == theirs[j]) both[count++] = ours[i];
            int a = ours[i], b = theirs[j];
            if (a <= b) i++;
            if (b <= a) j++;
        }

        (_items[d], _counts[d]) = (both, count);
        return count > 0;
    }

    /// <summary>A pattern lies in the other list where a prefix around it is there.</summary>
    private bool IntersectPaths(AtomTable atoms, int[] ours, int[] theirs)
    {
        int[] both = Scratch(Dimension.Path, ours.Length + theirs.Length);
        int count = 0;
        foreach (int path in ours)
        {
            if (Paths.Accepts(atoms, theirs, path)) both[count++] = path;
        }

        foreach (int path in theirs)
        {
            if (Array.BinarySearch(ours, path) < 0 && Paths.Accepts(atoms, ours, path)) both[count++] = path;
        }

        (_items[Dimension.Path], _counts[Dimension.Path]) = (both, count);
        return count > 0;
    }

    /// <summary>A user in a group of both, or in one of each: more groups than these two only make more rules match.</summary>
    private bool IntersectGroups(int[] ours, int[] theirs)
    {
        int size = Math.Min(ours.Length, theirs.Length) + (ours.Length * theirs.Length);
        int[] first = Scratch(Dimension.UserGroup, size);
        if (_second.Length < size) _second = new int[size * 2];
        int count = 0;
        foreach (int group in ours)
        {
            if (Array.BinarySearch(theirs, group) < 0) continue;
            (first[count], _second[count]) = (group, -1);
            count++;
        }

        foreach (int x in ours)
        {
            if (Array.BinarySearch(theirs, x) >= 0) continue;
            foreach (int y in theirs)
            {
                if (Array.BinarySearch(ours, y) >= 0) continue;
                (first[count], _second[count]) = (x, y);
                count++;
            }
        }

        _hasGroupPairs = true;
        (_items[Dimension.UserGroup], _counts[Dimension.UserGroup]) = (first, count);
        return true;
    }
}

/// <summary>Paths and the prefixes around them.</summary>
internal static class Paths
{
    /// <summary>Whether a list has the pattern or a prefix around it.</summary>
    public static bool Accepts(AtomTable atoms, int[] sorted, int path)
    {
        for (int around = path; around >= 0; around = atoms.Enclosing(around))
        {
            if (Array.BinarySearch(sorted, around) >= 0) return true;
        }

        // Patterns of a question come last, and those of boxes do not know that they lie in one.
        for (int i = sorted.Length - 1; i >= 0 && !atoms.IsSealed(sorted[i]); i--)
        {
            if (atoms.Encloses(sorted[i], path)) return true;
        }

        return false;
    }
}
