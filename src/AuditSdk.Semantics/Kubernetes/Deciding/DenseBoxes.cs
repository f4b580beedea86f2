using AuditSdk.Semantics.Kubernetes.Boxes;
#if NET
using Values = System.Span<int>;
#else
using Values = int[];
#endif

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Boxes as columns of bit rows, one row per value: the AND of the rows of a request has the boxes that match it.</summary>
internal sealed class DenseBoxes
{
    private readonly int[] _boxes;
    private readonly int _words;

    /// <summary>Row 0 accepts in each dimension; the rows of values follow.</summary>
    private readonly ulong[] _rows;
    private readonly int[][] _rowOf = new int[Dimension.Count][];
    private readonly int[] _any = new int[Dimension.Count];
    private readonly bool[] _used = new bool[Dimension.Count];
    private readonly ulong[] _resource;
    private readonly ulong[] _url;

    /// <param name="boxes">All boxes.</param>
    /// <param name="members">Those that are columns here, ascending.</param>
    public DenseBoxes(BoxTable boxes, int[] members)
    {
        _boxes = members;
        _words = Bits.Words(members.Length);
        _resource = new ulong[_words];
        _url = new ulong[_words];
        List<ulong> rows = [];
        for (int d = 0; d < Dimension.Count; d++) Fill(boxes, d, rows);
        _rows = [.. rows];
        for (int c = 0; c < members.Length; c++)
        {
            if ((boxes.SpacesOf(members[c]) & Spaces.Resource) != 0) Bits.Set(_resource, 0, c);
            if ((boxes.SpacesOf(members[c]) & Spaces.Url) != 0) Bits.Set(_url, 0, c);
        }
    }

    private void Fill(BoxTable boxes, int d, List<ulong> rows)
    {
        ulong[] any = new ulong[_words];
        int[] rowOf = new int[boxes.Atoms.CountOf(d)];
        List<ulong[]> made = [any];
        for (int c = 0; c < _boxes.Length; c++)
        {
            if (boxes.Values(_boxes[c], d) is not { } values)
            {
                Bits.Set(any, 0, c);
                continue;
            }

            _used[d] = true;
            foreach (int atom in values)
            {
                if (rowOf[atom] == 0)
                {
                    rowOf[atom] = made.Count;
                    made.Add(new ulong[_words]);
                }

                Bits.Set(made[rowOf[atom]], 0, c);
            }
        }

        if (!_used[d])
        {
            _rowOf[d] = [];
            return;
        }

        if (d == Dimension.Path) Inherit(boxes.Atoms, rowOf, made);
        int first = rows.Count;
        foreach (ulong[] row in made)
        {
            for (int w = 0; w < _words; w++) rows.Add(row[w] | any[w]);
        }

        for (int a = 0; a < rowOf.Length; a++) rowOf[a] = first + (rowOf[a] * _words);
        _rowOf[d] = rowOf;
        _any[d] = first;
    }

    /// <summary>A path is accepted by all prefixes around it, so its row has theirs.</summary>
    private static void Inherit(AtomTable atoms, int[] rowOf, List<ulong[]> rows)
    {
        foreach (int atom in atoms.OuterFirst)
        {
            int around = atoms.Enclosing(atom);
            if (around < 0 || rowOf[around] == 0) continue;
            if (rowOf[atom] == 0)
            {
                rowOf[atom] = rowOf[around];
                continue;
            }

            ulong[] row = rows[rowOf[atom]], outer = rows[rowOf[around]];
            for (int w = 0; w < row.Length; w++) row[w] |= outer[w];
        }
    }

    /// <summary>The first box that matches and comes before a limit, else the limit.</summary>
    public int First(Values values, int groups, Spaces space, int limit)
    {
        ulong[] rows = _rows;
        int user = Row(Dimension.User, values), verb = Row(Dimension.Verb, values);
        int ns = Row(Dimension.Namespace, values), group = Row(Dimension.ApiGroup, values), resource = Row(Dimension.Resource, values);
        int subresource = Row(Dimension.Subresource, values), name = Row(Dimension.Name, values), path = Row(Dimension.Path, values);
        ulong[] members = space == Spaces.Resource ? _resource : _url;
        for (int w = 0; w < _words; w++)
        {
            if (_boxes[w << 6] >= limit) return limit;
            ulong hits = members[w];
            if (verb >= 0) hits &= rows[verb + w];
            if (user >= 0) hits &= rows[user + w];
            if (space == Spaces.Resource)
            {
                if (resource >= 0) hits &= rows[resource + w];
                if (group >= 0) hits &= rows[group + w];
                if (ns >= 0) hits &= rows[ns + w];
                if (subresource >= 0) hits &= rows[subresource + w];
                if (name >= 0) hits &= rows[name + w];
            }
            else if (path >= 0)
            {
                hits &= rows[path + w];
            }

            if (hits != 0 && _used[Dimension.UserGroup]) hits &= Groups(values, groups, w);
            if (hits == 0) continue;
            int box = _boxes[(w << 6) + Bits.Lowest(hits)];
            return Math.Min(box, limit);
        }

        return limit;
    }

    private ulong Groups(Values values, int groups, int word)
    {
        ulong accepted = _rows[_any[Dimension.UserGroup] + word];
        for (int i = 0; i < groups; i++) accepted |= _rows[_rowOf[Dimension.UserGroup][values[Dimension.Count + i]] + word];
        return accepted;
    }

    /// <summary>The row of the request's value; -1 in a dimension that no box asks for.</summary>
    private int Row(int dimension, Values values)
    {
        if (!_used[dimension]) return -1;
        int atom = values[dimension];
        return atom < 0 ? _any[dimension] : _rowOf[dimension][atom];
    }
}
