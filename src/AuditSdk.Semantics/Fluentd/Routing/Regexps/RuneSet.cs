namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

/// <summary>A set of code points, as sorted ranges that do not touch.</summary>
internal sealed class RuneSet
{
    private const int Last = 0x10ffff;

    private readonly (int From, int To)[] _ranges;

    private RuneSet((int From, int To)[] ranges, bool isAsciiOnly = false) => (_ranges, IsAsciiOnly) = (ranges, isAsciiOnly);

    public static RuneSet None { get; } = new([]);

    public static RuneSet All { get; } = Between(0, Last);

    public static RuneSet Digit { get; } = Between('0', '9');

    public static RuneSet Hexadecimal { get; } = Digit.Or(Between('a', 'f')).Or(Between('A', 'F'));

    public static RuneSet Word { get; } = Digit.Or(Between('a', 'z')).Or(Between('A', 'Z')).Or(Of('_'));

    public static RuneSet Space { get; } = Between('\t', '\r').Or(Of(' '));

    public static RuneSet NoLineFeed { get; } = Of('\n').Inverse();

    /// <summary>True where the set is known for ASCII only: beyond, Ruby's tables of Unicode count.</summary>
    public bool IsAsciiOnly { get; }

    /// <summary>The only member, or -1.</summary>
    public int Single => !IsAsciiOnly && _ranges.Length == 1 && _ranges[0].From == _ranges[0].To ? _ranges[0].From : -1;

    public static RuneSet Of(int rune) => Between(rune, rune);

    public static RuneSet Between(int from, int to) => new([(from, to)]);

    public RuneSet KnownForAscii() => new(_ranges, isAsciiOnly: true);

    public RuneSet Or(RuneSet other)
    {
        List<(int From, int To)> merged = [];
        foreach ((int from, int to) in _ranges.Concat(other._ranges).OrderBy(r => r.From))
        {
            if (merged.Count > 0 && from <= merged[merged.Count - 1].To + 1) merged[merged.Count - 1] = (merged[merged.Count - 1].From, Math.Max(to, merged[merged.Count - 1].To));
            else merged.Add((from, to));
        }

        return new([.. merged], IsAsciiOnly || other.IsAsciiOnly);
    }

    public RuneSet Inverse()
    {
        List<(int From, int To)> gaps = [];
        int next = 0;
        foreach ((int from, int to) in _ranges)
        {
            if (from > next) gaps.Add((next, from - 1));
            next = to + 1;
        }

        if (next <= Last) gaps.Add((next, Last));
        return new([.. gaps], IsAsciiOnly);
    }

    public RuneSet And(RuneSet other) => Inverse().Or(other.Inverse()).Inverse();

    /// <summary>True for a member; null where only Ruby knows.</summary>
    public bool? Contains(int rune)
    {
        if (IsAsciiOnly && rune > 127) return null;
        int low = 0;
        int high = _ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (rune < _ranges[middle].From) high = middle - 1;
            else if (rune > _ranges[middle].To) low = middle + 1;
            else return true;
        }

        return false;
    }
}
