using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>For each value the boxes that mention it: which boxes have a point in common with a region.</summary>
internal sealed class BoxRows
{
    private const int FirstBlock = 4;

    /// <summary>A step of work is some nanoseconds, in which eight words are combined.</summary>
    private const int WordsPerStep = 3;

    private readonly BoxTable _boxes;
    private readonly WorkMeter _work;
    private readonly int _words;
    private readonly ulong[][] _any = new ulong[Dimension.Count][];
    private readonly int[][] _first = new int[Dimension.Count][];
    private readonly int[][] _members = new int[Dimension.Count][];
    private readonly Dictionary<int, ulong[]>[] _dense = new Dictionary<int, ulong[]>[Dimension.Count];
    private readonly ulong[] _row;
    private readonly ulong[] _hits;
    private Region _region = new();
    private ulong[] _among = [];
    private int _end;
    private int _word;
    private int _blockEnd;
    private int _block;

    public BoxRows(BoxTable boxes, WorkMeter work)
    {
        (_boxes, _work) = (boxes, work);
        _words = Bits.Words(boxes.Count);
        _row = new ulong[_words];
        _hits = new ulong[_words];
        for (int d = 0; d < Dimension.Count; d++) Fill(d);
    }

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

    /// <summary>Begins to look for the boxes from one to before another that have a point in common with a region.</summary>
    public void Begin(Region region, int start, int end, ulong[] among)
    {
        // With no box in between there is no word to look at.
        (_region, _among, _end) = (region, among, start < end ? end : 0);
        _word = _blockEnd = start >> 6;
        _block = FirstBlock;
        if (start >= end) return;
        NextBlock();
        _hits[_word] &= ulong.MaxValue << (start & 63);
    }

    /// <summary>The next box; -1 behind the last.</summary>
    public int Next()
    {
        while (true)
        {
            for (; _word < _blockEnd; _word++)
            {
                ulong hits = _hits[_word];
                if (hits == 0) continue;
                _hits[_word] = hits & (hits - 1);
                return (_word << 6) + Bits.Lowest(hits);
            }

            if (_blockEnd >= Bits.Words(_end)) return -1;
            NextBlock();
        }
    }

    /// <summary>Most searches end with one of the first boxes, so what is looked at grows as it goes on.</summary>
    private void NextBlock()
    {
        int firstWord = _blockEnd, words = Math.Min(_block, Bits.Words(_end) - firstWord);
        _block *= 2;
        _blockEnd = firstWord + words;
        Array.Copy(_among, firstWord, _hits, firstWord, words);
        if (_blockEnd == Bits.Words(_end) && (_end & 63) != 0) _hits[_blockEnd - 1] &= (1UL << (_end & 63)) - 1;

        // A user can be in a group of each, so groups keep no boxes apart.
        for (int left = _region.Listed & ~(1 << Dimension.UserGroup); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            if (_members[d].Length == 0) continue;
            Array.Copy(_any[d], firstWord, _row, firstWord, words);
            _work.Spend(1 + (words >> WordsPerStep));
            for (int a = 0; a < _region.CountOf(d); a++) AddAlternative(d, _region.Item(d, a), firstWord, words);
            for (int w = firstWord; w < firstWord + words; w++) _hits[w] &= _row[w];
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
            _work.Spend(1 + (words >> WordsPerStep));
            ulong[] dense = Dense(d, atom);
            for (int w = firstWord; w < firstWord + words; w++) _row[w] |= dense[w];
            return;
        }

        int[] members = _members[d];
        int i = Array.BinarySearch(members, from, to - from, firstWord << 6);
        if (i < 0) i = ~i;
        int end = (firstWord + words) << 6, first = i;
        for (; i < to && members[i] < end; i++) Bits.Set(_row, 0, members[i]);
        _work.Spend(1 + i - first);
    }

    private ulong[] Dense(int d, int atom)
    {
        if (_dense[d].TryGetValue(atom, out ulong[]? row)) return row;
        row = new ulong[_words];
        for (int i = _first[d][atom]; i < _first[d][atom + 1]; i++) Bits.Set(row, 0, _members[d][i]);
        return _dense[d][atom] = row;
    }
}
