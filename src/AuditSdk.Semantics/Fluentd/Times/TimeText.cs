namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>A text that a time is read from, piece by piece.</summary>
internal sealed class TimeText(string text)
{
    /// <summary>Where the next piece begins.</summary>
    public int Position { get; set; }

    public string Text => text;

    /// <summary>The character there; NUL at the end.</summary>
    public char Current => Position < text.Length ? text[Position] : '\0';

    public static bool IsBlank(char c) => c is ' ' or (>= '\t' and <= '\r');

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public bool Skip(char c)
    {
        if (Position >= text.Length || text[Position] != c) return false;
        Position++;
        return true;
    }

    public void SkipBlanks()
    {
        while (Position < text.Length && IsBlank(text[Position])) Position++;
    }

    /// <summary>Digits up to a number of them; null where there are none, or the number is out of its range.</summary>
    public int? Number(int width, int least = 0, int most = int.MaxValue) => Digits(Math.Min(width, 9)) is { } digits && digits >= least && digits <= most ? (int)digits : null;

    /// <summary>The same with a sign.</summary>
    public long? SignedNumber(int width)
    {
        bool isNegative = Current == '-';
        if (Current is '+' or '-') Position++;
        return Digits(width) is { } number ? isNegative ? -number : number : null;
    }

    /// <summary>Digits behind a decimal point as nanoseconds; more than nine are cut where they are read at all.</summary>
    /// <param name="width">How many are read.</param>
    /// <param name="isExact">False where a sign may stand before them.</param>
    public int? Fraction(int width, bool isExact)
    {
        bool isNegative = !isExact && Current == '-';
        if (!isExact && Current is '+' or '-') Position++;
        int start = Position;
        while (Position - start < width && IsDigit(Current)) Position++;
        if (Position == start) return null;
        string digits = text.Substring(start, Math.Min(9, Position - start)).PadRight(9, '0');
        int nanoseconds = int.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        return isNegative ? -nanoseconds : nanoseconds;
    }

    /// <summary>The number, from 1, of a name in full or of its first letters, in any case.</summary>
    public int? Name(string[] names, int letters)
    {
        foreach (bool isFull in (bool[])[true, false])
        {
            for (int i = 0; i < names.Length; i++)
            {
                int length = isFull ? names[i].Length : letters;
                if (string.Compare(text, Position, names[i], 0, length, StringComparison.OrdinalIgnoreCase) != 0 || Position + length > text.Length) continue;
                Position += length;
                return i + 1;
            }
        }

        return null;
    }

    private long? Digits(int width)
    {
        int start = Position;
        long number = 0;
        for (; Position - start < width && IsDigit(Current); Position++) number = number > 100_000_000_000_000_000 ? number : (number * 10) + Current - '0';
        return Position > start ? number : null;
    }
}
