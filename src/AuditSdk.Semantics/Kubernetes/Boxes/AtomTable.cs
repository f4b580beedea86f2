namespace AuditSdk.Semantics.Kubernetes.Boxes;

/// <summary>The values that a policy mentions, and after them those of questions about it, numbered by dimension. Paths are patterns: a prefix ends with a star, and each knows the next prefix around it.</summary>
internal sealed class AtomTable
{
    private readonly Dictionary<string, int>[] _ids = new Dictionary<string, int>[Dimension.Count];
    private readonly List<string>[] _texts = new List<string>[Dimension.Count];
    private readonly List<int> _enclosing = [];
    private readonly int[] _mentioned = new int[Dimension.Count];
    private string[] _prefixes = [];
    private int[] _order = [];
    private string[] _ordered = [];
    private int[] _prefixAtoms = [];

    public AtomTable()
    {
        for (int d = 0; d < Dimension.Count; d++)
        {
            _ids[d] = new(StringComparer.Ordinal);
            _texts[d] = [];
        }
    }

    public int CountOf(int dimension) => _texts[dimension].Count;

    public string Text(int dimension, int atom) => _texts[dimension][atom];

    /// <summary>The number of a value; -1 for one that is new.</summary>
    public int Find(int dimension, string text) => _ids[dimension].TryGetValue(text, out int atom) ? atom : -1;

    /// <summary>Whether a value is one of the boxes, not of a question.</summary>
    public bool Mentions(int dimension, string text) => Find(dimension, text) is >= 0 and int atom && atom < _mentioned[dimension];

    /// <summary>The next prefix around a path pattern; -1 without one.</summary>
    public int Enclosing(int path) => _enclosing[path];

    /// <summary>Sorted and distinct numbers of values.</summary>
    public int[] Intern(int dimension, string[] texts)
    {
        int[] atoms = new int[texts.Length];
        bool ascending = true;
        for (int i = 0; i < texts.Length; i++)
        {
            atoms[i] = Intern(dimension, texts[i]);
            if (i > 0 && atoms[i] <= atoms[i - 1]) ascending = false;
        }

        return ascending ? atoms : Distinct(atoms);
    }

    public int Intern(int dimension, string text)
    {
        if (dimension == Dimension.Path && text.EndsWith("*", StringComparison.Ordinal)) text = text.TrimEnd('*') + "*";
        if (_ids[dimension].TryGetValue(text, out int atom)) return atom;
        atom = _texts[dimension].Count;
        _ids[dimension].Add(text, atom);
        _texts[dimension].Add(text);
        // A pattern that comes after sealing is one of a question: no box has it, so nothing need know that it encloses others.
        if (dimension == Dimension.Path) _enclosing.Add(_prefixes.Length == 0 ? -1 : LongestPrefix(text));
        return atom;
    }

    /// <summary>Finds for each path pattern the next prefix around it; to be called when all boxes are made. Values that come later are of questions.</summary>
    public void Seal()
    {
        for (int d = 0; d < Dimension.Count; d++) _mentioned[d] = CountOf(d);
        List<string> texts = _texts[Dimension.Path];
        int[] order = new int[texts.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        // A prefix sorts before all that it encloses: its own text first, also before the exact path of the same text.
        string[] keys = [.. texts.Select(Bare)];
        Array.Sort(order, (a, b) => string.CompareOrdinal(keys[a], keys[b]) is var c and not 0 ? c : IsPrefix(b).CompareTo(IsPrefix(a)));
        List<int> prefixes = [];
        int enclosing = -1;
        foreach (int atom in order)
        {
            while (enclosing >= 0 && !keys[atom].StartsWith(keys[enclosing], StringComparison.Ordinal)) enclosing = _enclosing[enclosing];
            _enclosing[atom] = enclosing;
            if (!IsPrefix(atom)) continue;
            enclosing = atom;
            prefixes.Add(atom);
        }

        _order = order;
        _ordered = [.. order.Select(a => keys[a])];
        _prefixAtoms = [.. prefixes];
        _prefixes = [.. prefixes.Select(a => keys[a])];
    }

    /// <summary>Drops the values of questions, so that the answer to the next does not depend on them.</summary>
    public void ForgetQuestions()
    {
        for (int d = 0; d < Dimension.Count; d++)
        {
            List<string> texts = _texts[d];
            for (int atom = _mentioned[d]; atom < texts.Count; atom++) _ids[d].Remove(texts[atom]);
            texts.RemoveRange(_mentioned[d], texts.Count - _mentioned[d]);
        }

        _enclosing.RemoveRange(_mentioned[Dimension.Path], _enclosing.Count - _mentioned[Dimension.Path]);
    }

    /// <summary>The longest prefix that a path begins with; -1 without one.</summary>
    public int LongestPrefix(string path)
    {
        int low = 0, high = _prefixes.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (string.CompareOrdinal(_prefixes[middle], path) <= 0) low = middle + 1;
            else high = middle - 1;
        }

        if (high < 0) return -1;
        int atom = _prefixAtoms[high];
        while (atom >= 0 && !Begins(path, _texts[Dimension.Path][atom])) atom = _enclosing[atom];
        return atom;
    }

    /// <summary>The sealed path patterns, each after those around it.</summary>
    public IReadOnlyList<int> OuterFirst => _order;

    /// <summary>Whether one path pattern is a prefix around another, by their texts.</summary>
    public bool Encloses(int outer, int path) => IsPrefix(outer) && Begins(Bare(_texts[Dimension.Path][path]), _texts[Dimension.Path][outer]);

    /// <summary>Whether a path pattern is one of the boxes, not of a question.</summary>
    public bool IsSealed(int path) => path < _mentioned[Dimension.Path];

    /// <summary>The sealed patterns that a prefix encloses, itself with them; for an exact path the one.</summary>
    public IEnumerable<int> Enclosed(int path)
    {
        string text = Bare(_texts[Dimension.Path][path]);
        bool prefix = IsPrefix(path);
        int low = 0, high = _ordered.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (string.CompareOrdinal(_ordered[middle], text) < 0) low = middle + 1;
            else high = middle;
        }

        for (; low < _ordered.Length && _ordered[low].StartsWith(text, StringComparison.Ordinal); low++)
        {
            if (prefix || _order[low] == path) yield return _order[low];
            if (!prefix && _ordered[low].Length > text.Length) yield break;
        }
    }

    public bool IsPrefix(int path)
    {
        string text = _texts[Dimension.Path][path];
        return text.Length > 0 && text[text.Length - 1] == '*';
    }

    private static bool Begins(string path, string prefix) => string.CompareOrdinal(path, 0, prefix, 0, prefix.Length - 1) == 0 && path.Length >= prefix.Length - 1;

    private static string Bare(string pattern) => pattern.EndsWith("*", StringComparison.Ordinal) ? pattern.Substring(0, pattern.Length - 1) : pattern;

    private static int[] Distinct(int[] atoms)
    {
        Array.Sort(atoms);
        int count = 1;
        for (int i = 1; i < atoms.Length; i++)
        {
            if (atoms[i] != atoms[count - 1]) atoms[count++] = atoms[i];
        }

        Array.Resize(ref atoms, count);
        return atoms;
    }
}
