namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>A set of characters as ranges in order, which do not touch.</summary>
internal sealed class CharSet : IEquatable<CharSet>
{
    // First and last of each range.
    private readonly char[] _ranges;

    private CharSet(char[] ranges) => _ranges = ranges;

    public static CharSet All { get; } = new(['\0', '\uffff']);

    public static CharSet NoLineFeed { get; } = Of('\n').Inverse();

    public static CharSet NoDot { get; } = Of('.').Inverse();

    public bool IsEmpty => _ranges.Length == 0;

    public bool IsAll => _ranges is ['\0', '\uffff'];

    /// <summary>The only character of the set, or null.</summary>
    public char? Single => _ranges.Length == 2 && _ranges[0] == _ranges[1] ? _ranges[0] : null;

    public static CharSet Of(char c) => new([c, c]);

    public static CharSet Between(char first, char last) => new([first, last]);

    public bool Contains(char c)
    {
        for (int i = 0; i < _ranges.Length && _ranges[i] <= c; i += 2)
        {
            if (c <= _ranges[i + 1]) return true;
        }

        return false;
    }

    public CharSet Inverse()
    {
        List<char> ranges = [];
        int next = 0;
        for (int i = 0; i < _ranges.Length; i += 2)
        {
            if (_ranges[i] > next) ranges.AddRange([(char)next, (char)(_ranges[i] - 1)]);
            next = _ranges[i + 1] + 1;
        }

        if (next <= char.MaxValue) ranges.AddRange([(char)next, char.MaxValue]);
        return new([.. ranges]);
    }

    public CharSet Or(CharSet other)
    {
        List<(char First, char Last)> all = [.. Pairs(), .. other.Pairs()];
        all.Sort();
        List<char> ranges = [];
        foreach ((char first, char last) in all)
        {
            if (ranges.Count > 0 && first <= ranges[ranges.Count - 1] + 1) ranges[ranges.Count - 1] = last > ranges[ranges.Count - 1] ? last : ranges[ranges.Count - 1];
            else ranges.AddRange([first, last]);
        }

        return new([.. ranges]);
    }

    /// <summary>Where the set begins and ends anew, and 0: from each on to the next the set holds all characters or none.</summary>
    public int[] Cuts()
    {
        List<int> cuts = [0];
        for (int i = 0; i < _ranges.Length; i += 2)
        {
            if (_ranges[i] > 0) cuts.Add(_ranges[i]);
            if (_ranges[i + 1] < char.MaxValue) cuts.Add(_ranges[i + 1] + 1);
        }

        return [.. cuts];
    }

    public bool Equals(CharSet? other) => other is not null && _ranges.AsEnumerable().SequenceEqual(other._ranges);

    public override bool Equals(object? obj) => Equals(obj as CharSet);

    public override int GetHashCode()
    {
        int hash = 17;
        foreach (char c in _ranges) hash = unchecked((hash * 31) + c);
        return hash;
    }

    private IEnumerable<(char First, char Last)> Pairs()
    {
        for (int i = 0; i < _ranges.Length; i += 2) yield return (_ranges[i], _ranges[i + 1]);
    }
}
