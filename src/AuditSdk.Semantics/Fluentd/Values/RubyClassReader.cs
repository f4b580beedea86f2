namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Reads a bracketed class of characters for what Ruby refuses in it.</summary>
/// <param name="text">The pattern.</param>
/// <param name="at">Behind the opening bracket.</param>
internal sealed class RubyClassReader(string text, int at)
{
    // Neither a character nor nothing: a class by its name, or one inside.
    private const int OfManyCharacters = -1;

    // Ruby looks no further for the end of one.
    private const int LongestPosixName = 20;

    private readonly string _text = text;
    private int _at = at;
    private bool _isGivenUp;

    /// <summary>Ruby's message; null where there is none.</summary>
    /// <param name="end">Behind the closing bracket.</param>
    /// <param name="isGivenUp">True where only Ruby can tell.</param>
    public string? Error(out int end, out bool isGivenUp)
    {
        string? error = Class();
        (end, isGivenUp) = (_at, _isGivenUp);
        return error;
    }

    private string? Class()
    {
        if (Is('^')) _at++;
        // A bracket right behind the opening one is a character where another one, be it escaped, comes behind.
        if (Is(']') && _text.IndexOf(']', _at + 1) < 0) return "empty char-class";
        bool isFirst = true;
        while (_at < _text.Length)
        {
            if (Is(']') && !isFirst)
            {
                _at++;
                return null;
            }

            if ((IsAt("&&") ? And() : Item()) is { } error) return error;
            if (_isGivenUp) return null;
            isFirst = false;
        }

        return "premature end of char-class";
    }

    private string? And()
    {
        _at += 2;
        return null;
    }

    // A character, a range, or a class inside.
    private string? Item()
    {
        if (One(out int from) is { } error) return error;
        if (_isGivenUp || from == OfManyCharacters || !Is('-') || _at + 1 >= _text.Length) return null;
        if (_text[_at + 1] is ']' or '[' || IsAt("-&&")) return null;
        _at++;
        if (One(out int to) is { } other) return other;
        if (_isGivenUp) return null;
        if (to == OfManyCharacters) return "char-class value at end of range";
        return from > to ? "empty range in char class" : null;
    }

    private string? One(out int code)
    {
        code = OfManyCharacters;
        char c = _text[_at++];
        if (c == '[') return Is(':') ? Posix() : Class();
        if (c == '\\') return Escape(out code);
        code = char.IsHighSurrogate(c) && _at < _text.Length ? char.ConvertToUtf32(c, _text[_at++]) : c;
        return null;
    }

    private string? Escape(out int code)
    {
        code = OfManyCharacters;
        if (_at == _text.Length) return "too short escape sequence";
        char c = _text[_at++];
        switch (c)
        {
            case 'w' or 'W' or 'd' or 'D' or 's' or 'S' or 'h' or 'H': return null;
            case >= '0' and <= '9' or 'x' or 'u' or 'c' or 'C' or 'M' or 'p' or 'P' or 'R' or 'X':
                _isGivenUp = true;
                return null;
            default:
                code = c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'f' => '\f', 'v' => '\v', 'a' => '\a', 'e' => '\u001b', 'b' => '\b', _ => c };
                return null;
        }
    }

    private string? Posix()
    {
        int end = _text.IndexOf(":]", _at, StringComparison.Ordinal);
        string name = end < 0 ? "" : _text.Substring(_at + 1, end - _at - 1);
        if (name.StartsWith("^", StringComparison.Ordinal)) name = name.Substring(1);
        _at = end + 2;
        if (name is "alnum" or "alpha" or "ascii" or "blank" or "cntrl" or "digit" or "graph" or "lower" or "print" or "punct" or "space" or "upper" or "word" or "xdigit") return null;
        // What is no such word may be a class inside after all.
        if (name.Length is > 0 and <= LongestPosixName && name.All(c => RubyNumber.IsDigit(c) || c is >= 'a' and <= 'z')) return "invalid POSIX bracket type";
        _isGivenUp = true;
        return null;
    }

    private bool Is(char c) => _at < _text.Length && _text[_at] == c;

    private bool IsAt(string word) => string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0;
}
