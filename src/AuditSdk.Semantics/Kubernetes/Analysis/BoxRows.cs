using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>For each value the boxes that mention it: which boxes have a point in common with a region.</summary>
internal sealed class BoxRows
{
    private readonly BoxTable _boxes;
    private readonly WorkMeter _work;
    private readonly int _words;
    private readonly ulong[][] _any = new ulong[Dimension.Count][];
    private readonly int[][] _first = new int[Dimension.Count][];
    private readonly int[][] _members = new int[Dimension.Count][];
    private readonly Dictionary<int, ulong[]>[] _dense = new Dictionary<int, ulong[]>[Dimension.Count];
    private readonly ulong[] _row;

    public BoxRows(BoxTable boxes, WorkMeter work)
    {
        (_boxes, _work) = (boxes, work);
        _words = Bits.Words(boxes.Count);
        _row = new ulong[_words];
        Hits = new ulong[_words];
        for (int d = 0; d < Dimension.Count; d++) Fill(d);
    }

    /// <summary>The boxes that the last question found, as bits.</summary>
    public ulong[] Hits { get; }

    private void Fill(int d)
    {
        ulong[] any = new ulong[_words];
        int[] first = new int[_boxes.Atoms.CountOf(d) + 1];
        int total = 0;
        for (int b = 0; b < _boxes.Count; b++)
        {
            if (_boxes.Values(b, d) is not { } values)
            {
                Bits.Set(any, 0, b);
                continue;
            }

            total += values.Length;
            foreach (int atom in values) first[atom]++;
        }

        int at = 0;
        for (int a = 0; a < first.Length; a++)
        {
            at += first[a];
            first[a] = at;
        }

        int[] members = new int[total];
        for (int b = _boxes.Count - 1; b >= 0; b--)
        {
            if (_boxes.Values(b, d) is not { } values) continue;
            foreach (int atom in values) members[--first[atom]] = b;
        }

        (_any[d], _first[d], _members[d], _dense[d]) = (any, first, members, []);
    }

    /// <summary>Finds the boxes from one to before another that have a point in common with a region.</summary>
    public void Find(Region region, int start, int end, ulong[] among)
    {
        int firstWord = start >> 6, words = Bits.Words(end) - firstWord;
        if (words <= 0) return;
        Array.Copy(among, firstWord, Hits, firstWord, words);
        Hits[firstWord] &= ulong.MaxValue << (start & 63);
        if ((end & 63) != 0) Hits[firstWord + words - 1] &= (1UL << (end & 63)) - 1;

        // A user can be in a group of each, so groups keep no boxes apart.
        for (int left = region.Listed & ~(1 << Dimension.UserGroup); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            if (_members[d].Length == 0) continue;
            Array.Copy(_any[d], firstWord, _row, firstWord, words);
            _work.Spend(words);
            for (int a = 0; a < region.CountOf(d); a++) AddAlternative(d, region.Item(d, a), firstWord, words);
            for (int w = firstWord; w < firstWord + words; w++) Hits[w] &= _row[w];
        }
    }

    private void AddAlternative(int d, int atom, int firstWord, int words)
    {
        if (d != Dimension.Path)
        {
            AddValue(d, atom, firstWord, words);
            return;
        }

        for (int path = _boxes.Atoms.Enclosing(atom); path >= 0; path = _boxes.Atoms.Enclosing(path)) AddValue(d, path, firstWord, words);
        foreach (int path in _boxes.Atoms.Enclosed(atom)) AddValue(d, path, firstWord, words);
    }

    private void AddValue(int d, int atom, int firstWord, int words)
    {
        if (atom >= _first[d].Length - 1) return;
        int from = _first[d][atom], to = _first[d][atom + 1];
        if (to - from > _words)
        {
            _work.Spend(words);
            ulong[] dense = Dense(d, atom);
            for (int w = firstWord; w < firstWord + words; w++) _row[w] |= dense[w];
            return;
        }

        int[] members = _members[d];
        _work.Spend(to - from);
        for (int i = from; i < to; i++)
        {
            int word = (members[i] >> 6) - firstWord;
            if (word >= 0 && word < words) Bits.Set(_row, 0, members[i]);
        }
    }

    private ulong[] Dense(int d, int atom)
    {
        if (_dense[d].TryGetValue(atom, out ulong[]? row)) return row;
        row = new ulong[_words];
        for (int i = _first[d][atom]; i < _first[d][atom + 1]; i++) Bits.Set(row, 0, _members[d][i]);
        return _dense[d][atom] = row;
    }
}
