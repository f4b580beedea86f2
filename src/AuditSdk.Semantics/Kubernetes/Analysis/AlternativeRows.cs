using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Per dimension the alternatives that still matter, and for each the candidates that accept it, as bits. Kept for reuse.</summary>
internal sealed class AlternativeRows(WorkMeter work)
{
    private const int AllPairs = 32;
    private const int Smallest = 16;

    private readonly int[][] _alternatives = new int[Dimension.Count][];
    private readonly int[] _counts = new int[Dimension.Count];
    private readonly ulong[][] _rows = new ulong[Dimension.Count][];
    private ulong[] _alive = new ulong[1];
    private ulong[] _any = new ulong[1];
    private ulong[] _union = new ulong[1];
    private int[] _sizes = new int[8];
    private bool[] _dropped = new bool[8];
    private int _dimensions;

    public int Words { get; private set; }

    /// <summary>How many candidates are left.</summary>
    public int Alive { get; private set; }

    public int CountOf(int d) => _counts[d];

    public int Alternative(int d, int index) => _alternatives[d][index];

    public ulong AliveWord(int word) => _alive[word];

    public ulong Row(int d, int index, int word) => _rows[d][(index * Words) + word];

    public void Begin(int dimensions, int candidates)
    {
        _dimensions = dimensions;
        Words = Bits.Words(candidates);
        if (_alive.Length < Words)
        {
            _alive = new ulong[Words * 2];
            _any = new ulong[Words * 2];
            _union = new ulong[Words * 2];
        }

        for (int w = 0; w < Words; w++) _alive[w] = ulong.MaxValue;
        if ((candidates & 63) != 0) _alive[Words - 1] = (1UL << (candidates & 63)) - 1;
        Alive = candidates;
    }

    /// <summary>Takes the alternatives of the problem above, or all.</summary>
    public void BeginDimension(int d, AlternativeRows? above, int all)
    {
        int count = above?._counts[d] ?? all;
        if (_alternatives[d] is null || _alternatives[d].Length < count) _alternatives[d] = new int[Math.Max(8, count * 2)];
        if (_rows[d] is null || _rows[d].Length < count * Words) _rows[d] = new ulong[Math.Max(16, count * Words * 2)];
        else Array.Clear(_rows[d], 0, count * Words);
        for (int a = 0; a < count; a++) _alternatives[d][a] = above is null ? a : above._alternatives[d][a];
        _counts[d] = count;
        Array.Clear(_any, 0, Words);
        work.Spend(count * Words);
    }

    public void Accept(int d, int index, int candidate) => Bits.Set(_rows[d], index * Words, candidate);

    public void AcceptAll(int d, int candidate) => Bits.Set(_any, 0, candidate);

    public void EndDimension(int d)
    {
        ulong[] rows = _rows[d];
        work.Spend(_counts[d] * Words);
        for (int a = 0, at = 0; a < _counts[d]; a++)
        {
            for (int w = 0; w < Words; w++, at++) rows[at] |= _any[w];
        }
    }

    /// <summary>Drops what cannot matter until nothing changes; gives a candidate that accepts all that is left, or -1.</summary>
    public int Reduce()
    {
        while (true)
        {
            bool changed = false;
            for (int left = _dimensions; left != 0; left &= left - 1) changed |= Prune(Bits.Lowest((ulong)left));
            int covering = Covering();
            if (covering >= 0) return covering;
            if (!Shrink() && !changed) return -1;
            if (Alive == 0 || work.IsOver) return -1;
        }
    }

    /// <summary>The dimension with the fewest alternatives, but more than one if any has.</summary>
    public int Narrowest(int dimensions)
    {
        int best = -1;
        for (int left = dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            if (best < 0 || _counts[best] == 1 || (_counts[d] > 1 && _counts[d] < _counts[best])) best = d;
        }

        return best;
    }

    /// <summary>Drops alternatives that all candidates of another accept as well: if the other is covered, so are they.</summary>
    private bool Prune(int d)
    {
        int count = _counts[d];
        if (count < 2) return false;
        work.Spend(count * Words);
        if (_sizes.Length < count) (_sizes, _dropped) = (new int[count * 2], new bool[count * 2]);
        for (int a = 0; a < count; a++)
        {
            _dropped[a] = false;
            int size = 0;
            for (int w = 0; w < Words; w++) size += Bits.Count(_rows[d][(a * Words) + w]);
            _sizes[a] = size;
        }

        if (count <= AllPairs)
        {
            for (int a = 0; a < count; a++)
            {
                if (!_dropped[a]) DropAbove(d, a, count);
            }
        }
        else
        {
            DropAboveSmallest(d, count);
        }

        return Compact(d, count);
    }

    private void DropAboveSmallest(int d, int count)
    {
        int last = -1;
        for (int i = 0; i < Smallest; i++)
        {
            int smallest = -1;
            for (int a = 0; a < count; a++)
            {
                if (_dropped[a] || (last >= 0 && (_sizes[a] < _sizes[last] || (_sizes[a] == _sizes[last] && a <= last)))) continue;
                if (smallest < 0 || _sizes[a] < _sizes[smallest]) smallest = a;
            }

            if (smallest < 0) return;
            DropAbove(d, smallest, count);
            last = smallest;
        }
    }

    private void DropAbove(int d, int a, int count)
    {
        ulong[] rows = _rows[d];
        work.Spend(count * ((Words + 1) / 2));
        for (int b = 0; b < count; b++)
        {
            if (b == a || _dropped[b] || _sizes[b] < _sizes[a]) continue;
            bool above = true;
            for (int w = 0; above && w < Words; w++) above = (rows[(a * Words) + w] & ~rows[(b * Words) + w]) == 0;
            _dropped[b] = above;
        }
    }

    private bool Compact(int d, int count)
    {
        int kept = 0;
        for (int a = 0; a < count; a++)
        {
            if (_dropped[a]) continue;
            if (kept != a)
            {
                _alternatives[d][kept] = _alternatives[d][a];
                Array.Copy(_rows[d], a * Words, _rows[d], kept * Words, Words);
            }

            kept++;
        }

        _counts[d] = kept;
        return kept < count;
    }

    private int Covering()
    {
        Array.Copy(_alive, _any, Words);
        for (int left = _dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            ulong[] rows = _rows[d];
            work.Spend(_counts[d] * Words);
            for (int a = 0, at = 0; a < _counts[d]; a++)
            {
                for (int w = 0; w < Words; w++, at++) _any[w] &= rows[at];
            }
        }

        for (int w = 0; w < Words; w++)
        {
            if (_any[w] != 0) return (w << 6) + Bits.Lowest(_any[w]);
        }

        return -1;
    }

    /// <summary>Drops candidates that accept no alternative of a dimension.</summary>
    private bool Shrink()
    {
        for (int left = _dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            Array.Clear(_union, 0, Words);
            work.Spend(_counts[d] * Words);
            for (int a = 0, at = 0; a < _counts[d]; a++)
            {
                for (int w = 0; w < Words; w++, at++) _union[w] |= _rows[d][at];
            }

            for (int w = 0; w < Words; w++) _alive[w] &= _union[w];
        }

        int alive = 0;
        for (int w = 0; w < Words; w++) alive += Bits.Count(_alive[w]);
        if (alive == Alive) return false;
        Alive = alive;
        for (int left = _dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            for (int a = 0, at = 0; a < _counts[d]; a++)
            {
                for (int w = 0; w < Words; w++, at++) _rows[d][at] &= _alive[w];
            }
        }

        return true;
    }
}
