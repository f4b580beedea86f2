using AuditSdk.Semantics.Kubernetes.Boxes;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Whether boxes cover a region.</summary>
internal enum Coverage
{
    /// <summary>A point of the region is in none of them.</summary>
    Open,

    /// <summary>None is left.</summary>
    Covered,

    /// <summary>The work ran out.</summary>
    Undecided,
}

/// <summary>Which boxes a search looks at: those before <paramref name="Limit"/>, without those of one rule, and with rules that decide nothing as long as that one stands.</summary>
internal readonly record struct BoxFilter(int Limit, int WithoutRule = -1, IReadOnlyList<int>? Revived = null)
{
    /// <summary>A rule that is looked at wherever it stands; -1 for none.</summary>
    public int Moved { get; init; } = -1;

    /// <summary>The first box that is not looked at.</summary>
    public int GapStart { get; init; } = int.MaxValue;

    /// <summary>The box from which on they are looked at again.</summary>
    public int GapEnd { get; init; } = int.MaxValue;
}

/// <summary>Gives a point of a region outside of a union of boxes, or proves that there is none: the one question that all others are made of.</summary>
internal sealed class CoverSearch(BoxTable boxes, WorkMeter work)
{
    private readonly CandidateSolver _solver = new(boxes, work);
    private readonly int[] _seen = new int[boxes.Count];
    private int _search;
    private Region _region = new();
    private BoxFilter _filter;
    private int _covering;

    /// <summary>The point that is open: by dimension a value, -1 for one that no rule mentions; then the second group.</summary>
    public int[] Point => _solver.Point;

    /// <summary>Boxes that together cover the region.</summary>
    public List<int> Cover => _solver.Cover;

    /// <summary>Asks of the boxes in postings.</summary>
    public Coverage Find(Region region, BoxPostings postings, BoxFilter filter)
    {
        VisitAll(region, postings, filter);
        return End();
    }

    /// <summary>The first box that has the whole region; <see cref="int.MaxValue"/> without one.</summary>
    public int FirstCovering(Region region, BoxPostings postings, BoxFilter filter)
    {
        VisitAll(region, postings, filter);
        return _covering;
    }

    private void VisitAll(Region region, BoxPostings postings, BoxFilter filter)
    {
        Begin(region, filter);
        if (work.IsOver) return;
        Visit(postings.Open);
        for (int left = region.Listed; left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            for (int a = 0; a < region.CountOf(d); a++) VisitAlternative(postings, d, a);
        }

        if (filter.Revived is { } revived)
        {
            foreach (int rule in revived) VisitRule(rule, filter.Limit);
        }

        if (filter.Moved >= 0) VisitRule(filter.Moved, int.MaxValue);
    }

    /// <summary>Asks of the boxes of some rules only.</summary>
    public Coverage FindAmong(Region region, IReadOnlyList<int> rules, int without)
    {
        Begin(region, new(int.MaxValue, without));
        foreach (int rule in rules) VisitRule(rule, int.MaxValue);
        return End();
    }

    private void Begin(Region region, BoxFilter filter)
    {
        _search++;
        (_region, _filter) = (region, filter);
        _covering = int.MaxValue;
        _solver.Begin(region);
    }

    private Coverage End()
    {
        if (_covering == int.MaxValue) return _solver.Solve();
        // The first box that has the whole region decides what others leave of it.
        _solver.Cover.Add(_covering);
        return Coverage.Covered;
    }

    private void VisitAlternative(BoxPostings postings, int d, int alternative)
    {
        int item = _region.Item(d, alternative);
        Visit(postings.Of(d, item));
        if (d == Dimension.UserGroup)
        {
            for (int i = 1; _region.Group(alternative, i) is >= 0 and int group; i++) Visit(postings.Of(d, group));
        }
        else if (d == Dimension.Path)
        {
            for (int path = boxes.Atoms.Enclosing(item); path >= 0; path = boxes.Atoms.Enclosing(path)) Visit(postings.Of(d, path));
        }
    }

    private void Visit(ArraySegment<int> ascending)
    {
        int[] array = ascending.Array!;
        int end = ascending.Offset + ascending.Count;
        int limit = Math.Min(_filter.Limit, _covering);
        int i = ascending.Offset;
        for (; i < end && array[i] < limit; i++)
        {
            Visit(array[i]);
            if (_covering < limit) limit = _covering;
        }

        work.Spend(i - ascending.Offset + 1);
    }

    private void VisitRule(int rule, int limit)
    {
        for (int box = boxes.Start(rule); box < boxes.Start(rule + 1) && box < limit; box++) Visit(box);
    }

    private void Visit(int box)
    {
        // Where the region is open, only boxes that are open there too have the value that no rule mentions.
        if ((boxes.Constrained(box) & ~_region.Listed) != 0 || (boxes.SpacesOf(box) & _region.Space) == 0) return;
        if ((box >= _filter.GapStart && box < _filter.GapEnd) || _seen[box] == _search || boxes.RuleOf(box) == _filter.WithoutRule) return;
        _seen[box] = _search;
        bool all = true;
        work.Spend(1);
        for (int left = boxes.Constrained(box); left != 0; left &= left - 1)
        {
            int d = Bits.Lowest((ulong)left);
            int accepted = Accepted(d, boxes.Values(box, d)!);
            if (accepted == 0) return;
            if (accepted < _region.CountOf(d)) all = false;
        }

        if (all) _covering = Math.Min(_covering, box);
        else if (_covering == int.MaxValue) _solver.Candidates.Add(box);
    }

    /// <summary>How many alternatives of the region a list accepts.</summary>
    private int Accepted(int d, int[] values)
    {
        int[] items = _region.Items(d)!;
        int count = _region.CountOf(d);
        if (ReferenceEquals(items, values)) return count;
        int accepted = 0;
        if (d is Dimension.UserGroup or Dimension.Path || count * 8 < values.Length)
        {
            work.Spend(1 + count);
            if (d == Dimension.UserGroup) _solver.MarkGroups(values);
            for (int a = 0; a < count; a++)
            {
                if (_solver.Accepts(d, a, values)) accepted++;
            }

            return accepted;
        }

        work.Spend(1 + ((count + values.Length) >> 1));
        for (int i = 0, j = 0; i < count && j < values.Length;)
        {
            int item = items[i], value = values[j];
            if (item == value) accepted++;
            if (item <= value) i++;
            if (value <= item) j++;
        }

        return accepted;
    }
}
