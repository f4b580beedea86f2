using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Boxes by the value that they mention and that is mentioned least elsewhere. Rules are added in their order, and only those that decide something.</summary>
internal sealed class BoxPostings
{
    private readonly BoxTable _boxes;
    private readonly sbyte[] _home;
    private readonly int[][] _first = new int[Dimension.Count][];
    private readonly int[][] _filled = new int[Dimension.Count][];
    private readonly int[] _members;
    private readonly int[] _open;
    private int _openCount;

    public BoxPostings(BoxTable boxes)
    {
        _boxes = boxes;
        _home = new sbyte[boxes.Count];
        int[][] mentions = RareBoxes.Plan.Mentions(boxes);
        int open = 0, total = 0;
        for (int d = 0; d < Dimension.Count; d++)
        {
            _first[d] = new int[boxes.Atoms.CountOf(d)];
            _filled[d] = new int[boxes.Atoms.CountOf(d)];
        }

        for (int b = 0; b < boxes.Count; b++)
        {
            int home = RareBoxes.Plan.Rarest(boxes, b, mentions, int.MaxValue);
            _home[b] = (sbyte)home;
            if (home < 0) open++;
            else foreach (int atom in boxes.Values(b, home)!) _first[home][atom]++;
        }

        for (int d = 0; d < Dimension.Count; d++)
        {
            for (int a = 0; a < _first[d].Length; a++)
            {
                int count = _first[d][a];
                _first[d][a] = total;
                total += count;
            }
        }

        _members = new int[total];
        _open = new int[open];
    }

    /// <summary>Boxes that accept anything of their space.</summary>
    public ArraySegment<int> Open => new(_open, 0, _openCount);

    /// <summary>The boxes that live with a value, ascending; none for a value that came with a question.</summary>
    public ArraySegment<int> Of(int dimension, int atom)
        => atom >= _first[dimension].Length ? default : new(_members, _first[dimension][atom], _filled[dimension][atom]);

    /// <summary>Adds the boxes of a rule.</summary>
    public void Add(int rule)
    {
        for (int b = _boxes.Start(rule); b < _boxes.Start(rule + 1); b++)
        {
            int home = _home[b];
            if (home < 0)
            {
                _open[_openCount++] = b;
                continue;
            }

            foreach (int atom in _boxes.Values(b, home)!) _members[_first[home][atom] + _filled[home][atom]++] = b;
        }
    }
}
