using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Searches depth first for alternatives that no candidate accepts together, where the candidates fit into a word.</summary>
internal sealed class WordSearch(WorkMeter work)
{
    private const int MemoAfter = 64;
    private const int MemoMost = 200_000;

    private readonly int[] _order = new int[Dimension.Count];
    private readonly int[] _choice = new int[Dimension.Count];
    private readonly ulong[] _acceptRest = new ulong[Dimension.Count + 1];
    private HashSet<(int, ulong)> _covered = [];
    private AlternativeRows _rows = null!;
    private int _depth;
    private int _steps;

    /// <summary>The candidates of the cover.</summary>
    public ulong Noted { get; private set; }

    public int Choice(int dimension) => _choice[dimension];

    public Coverage Run(AlternativeRows rows, int dimensions)
    {
        _rows = rows;
        _steps = 0;
        Noted = 0;
        if (_covered.Count > 4096) _covered = [];
        else if (_covered.Count > 0) _covered.Clear();
        Order(dimensions);
        return Descend(0, rows.AliveWord(0));
    }

    private void Order(int dimensions)
    {
        _depth = 0;
        for (int left = dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            int at = _depth++;
            for (; at > 0 && _rows.CountOf(_order[at - 1]) > _rows.CountOf(d); at--) _order[at] = _order[at - 1];
            _order[at] = d;
            _choice[d] = 0;
        }

        _acceptRest[_depth] = ulong.MaxValue;
        for (int k = _depth - 1; k >= 0; k--)
        {
            ulong all = _acceptRest[k + 1];
            for (int a = 0; a < _rows.CountOf(_order[k]); a++) all &= _rows.Row(_order[k], a, 0);
            _acceptRest[k] = all;
        }
    }

    private Coverage Descend(int k, ulong alive)
    {
        if (alive == 0) return Coverage.Open;
        ulong covering = alive & _acceptRest[k];
        if (covering != 0)
        {
            if ((covering & Noted) == 0) Noted |= covering & (0UL - covering);
            return Coverage.Covered;
        }

        bool memo = _steps > MemoAfter;
        if (memo && _covered.Contains((k, alive))) return Coverage.Covered;
        int d = _order[k];
        int count = _rows.CountOf(d);
        _steps += count;
        work.Spend(count);
        if (work.IsOver) return Coverage.Undecided;
        for (int a = 0; a < count; a++)
        {
            _choice[d] = a;
            Coverage coverage = Descend(k + 1, alive & _rows.Row(d, a, 0));
            if (coverage != Coverage.Covered) return coverage;
        }

        if (memo && _covered.Count < MemoMost) _covered.Add((k, alive));
        return Coverage.Covered;
    }
}
