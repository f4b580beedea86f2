using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Finds a point of a region outside of candidate boxes. Per alternative a row says which candidates accept it; alternatives that more accept than another are dropped, then candidates that accept none of the rest; what is left is searched.</summary>
internal sealed class CandidateSolver(BoxTable boxes, WorkMeter work)
{
    private const int WordBits = 64;

    private readonly List<AlternativeRows> _frames = [];
    private readonly int[] _choice = new int[Dimension.Count];
    private readonly WordSearch _search = new(work);
    private readonly int[] _noted = new int[boxes.Count];
    private int[] _groupMarks = [];
    private int _mark;
    private int _question;
    private Region _region = new();

    public List<int> Candidates { get; } = [];

    public List<int> Cover { get; } = [];

    public int[] Point { get; } = new int[Dimension.Count + 1];

    public void Begin(Region region)
    {
        _region = region;
        _question++;
        Candidates.Clear();
        Cover.Clear();
    }

    /// <summary>Whether a list accepts an alternative of the paths, or of the groups after <see cref="MarkGroups"/>.</summary>
    public bool Accepts(int d, int alternative, int[] values)
    {
        int item = _region.Item(d, alternative);
        if (d == Dimension.Path) return Paths.Accepts(boxes.Atoms, values, item);
        return d == Dimension.UserGroup ? HasMarkedGroup(alternative) : Array.BinarySearch(values, item) >= 0;
    }

    private bool HasMarkedGroup(int alternative)
    {
        for (int i = 0; _region.Group(alternative, i) is >= 0 and int group; i++)
        {
            if (_groupMarks[group] == _mark) return true;
        }

        return false;
    }

    /// <summary>Notes the groups of a list; alternatives are many, pairs of groups.</summary>
    public void MarkGroups(int[] values)
    {
        int count = boxes.Atoms.CountOf(Dimension.UserGroup);
        if (_groupMarks.Length < count) _groupMarks = new int[count];
        _mark++;
        work.Spend(values.Length >> 2);
        foreach (int group in values) _groupMarks[group] = _mark;
    }

    public Coverage Solve()
    {
        for (int d = 0; d < Dimension.Count; d++) _choice[d] = 0;
        if (work.IsOver) return Coverage.Undecided;
        Coverage coverage = Candidates.Count == 0 ? Coverage.Open : Solve(0, 0, Candidates.Count, _region.Listed);
        if (coverage == Coverage.Open) SetPoint();
        return coverage;
    }

    private void SetPoint()
    {
        for (int d = 0; d < Dimension.Count; d++) Point[d] = (_region.Listed >> d & 1) == 0 ? -1 : _region.Item(d, _choice[d]);
        Point[Dimension.Count] = (_region.Listed >> Dimension.UserGroup & 1) == 0 ? -1 : _region.Group(_choice[Dimension.UserGroup], 1);
    }

    /// <summary>Solves for candidates from <paramref name="first"/> on, in the dimensions in which no alternative is chosen yet.</summary>
    private Coverage Solve(int depth, int first, int count, int dimensions)
    {
        if (_frames.Count == depth) _frames.Add(new AlternativeRows(work));
        AlternativeRows frame = _frames[depth];
        Fill(frame, depth == 0 ? null : _frames[depth - 1], first, count, dimensions);
        if (work.IsOver) return Coverage.Undecided;
        int covering = frame.Reduce();
        if (covering >= 0)
        {
            Note(Candidates[first + covering]);
            return Coverage.Covered;
        }

        if (frame.Alive == 0) return Choose(frame, dimensions);
        if (frame.Words == 1) return SearchWord(frame, first, dimensions);
        return frame.Alive <= WordBits ? Descend(depth, frame, first, dimensions, -1, 0) : Split(depth, frame, first, dimensions);
    }

    private void Fill(AlternativeRows frame, AlternativeRows? above, int first, int count, int dimensions)
    {
        frame.Begin(dimensions, count);
        for (int left = dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            frame.BeginDimension(d, above, _region.CountOf(d));
            for (int c = 0; c < count; c++)
            {
                int[]? values = boxes.Values(Candidates[first + c], d);
                if (values is null) frame.AcceptAll(d, c);
                else if (d is Dimension.UserGroup or Dimension.Path || frame.CountOf(d) * 8 < values.Length) AcceptEach(frame, d, c, values);
                else AcceptMerged(frame, d, c, values);
            }

            frame.EndDimension(d);
        }
    }

    private void AcceptEach(AlternativeRows frame, int d, int candidate, int[] values)
    {
        int count = frame.CountOf(d);
        work.Spend(count);
        if (d == Dimension.UserGroup) MarkGroups(values);
        for (int a = 0; a < count; a++)
        {
            if (Accepts(d, frame.Alternative(d, a), values)) frame.Accept(d, a, candidate);
        }
    }

    private void AcceptMerged(AlternativeRows frame, int d, int candidate, int[] values)
    {
        int count = frame.CountOf(d);
        work.Spend((count + values.Length) >> 1);
        for (int a = 0, j = 0; a < count && j < values.Length;)
        {
            int item = _region.Item(d, frame.Alternative(d, a)), value = values[j];
            if (item == value) frame.Accept(d, a, candidate);
            if (item <= value) a++;
            if (value <= item) j++;
        }
    }

    private Coverage Choose(AlternativeRows frame, int dimensions)
    {
        for (int left = dimensions; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            _choice[d] = frame.Alternative(d, 0);
        }

        return Coverage.Open;
    }

    private Coverage SearchWord(AlternativeRows frame, int first, int dimensions)
    {
        Coverage coverage = _search.Run(frame, dimensions);
        if (coverage == Coverage.Covered)
        {
            for (ulong noted = _search.Noted; noted != 0; noted &= noted - 1) Note(Candidates[first + Bits.Lowest(noted)]);
        }
        else if (coverage == Coverage.Open)
        {
            for (int left = dimensions; left != 0; left &= left - 1)
            {
                int d = Bits.Lowest((ulong)left);
                _choice[d] = frame.Alternative(d, _search.Choice(d));
            }
        }

        return coverage;
    }

    /// <summary>One smaller problem for each alternative of the dimension that has the fewest.</summary>
    private Coverage Split(int depth, AlternativeRows frame, int first, int dimensions)
    {
        int d = frame.Narrowest(dimensions);
        for (int a = 0; a < frame.CountOf(d); a++)
        {
            _choice[d] = frame.Alternative(d, a);
            Coverage coverage = Descend(depth, frame, first, dimensions & ~(1 << d), d, a);
            if (coverage != Coverage.Covered) return coverage;
        }

        return Coverage.Covered;
    }

    /// <summary>The problem of the candidates that are left, or of those that accept one alternative.</summary>
    private Coverage Descend(int depth, AlternativeRows frame, int first, int dimensions, int d, int alternative)
    {
        int start = Candidates.Count;
        for (int w = 0; w < frame.Words; w++)
        {
            for (ulong left = d < 0 ? frame.AliveWord(w) : frame.Row(d, alternative, w); left != 0; left &= left - 1)
                Candidates.Add(Candidates[first + (w << 6) + Bits.Lowest(left)]);
        }

        Coverage coverage = start == Candidates.Count ? Choose(frame, dimensions) : Solve(depth + 1, start, Candidates.Count - start, dimensions);
        Candidates.RemoveRange(start, Candidates.Count - start);
        return coverage;
    }

    private void Note(int box)
    {
        if (_noted[box] == _question) return;
        _noted[box] = _question;
        Cover.Add(box);
    }
}
