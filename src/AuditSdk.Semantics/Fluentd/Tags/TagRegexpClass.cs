using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>Classes of characters in a regular expression of Ruby: <c>[a-z]</c>, <c>\d</c> and escaped characters. Nested and named classes are not read.</summary>
internal struct TagRegexpClass
{
    private readonly string _text;
    private int _at;

    public TagRegexpClass(string text, int at) => (_text, _at) = (text, at);

    private static CharSet Digit => CharSet.Between('0', '9');

    private static CharSet Hexadecimal => Digit.Or(CharSet.Between('a', 'f')).Or(CharSet.Between('A', 'F'));

    private static CharSet Word => Digit.Or(CharSet.Between('a', 'z')).Or(CharSet.Between('A', 'Z')).Or(CharSet.Of('_'));

    private static CharSet Space => CharSet.Between('\t', '\r').Or(CharSet.Of(' '));

    /// <summary>The set of a class, from behind its <c>[</c>; the position is then behind its <c>]</c>. Null where it is not read.</summary>
    public CharSet? Read(out int end)
    {
        end = _at;
        bool isNegative = Current == '^';
        if (isNegative) _at++;
        CharSet? set = null;
        while (_at < _text.Length)
        {
            if (Current == ']' && set is not null)
            {
                end = _at + 1;
                return isNegative ? set.Inverse() : set;
            }

            if (Item() is not { } item) return null;
            set = set?.Or(item) ?? item;
        }

        return null;
    }

    /// <summary>The set of what stands behind a backslash; null where it is not read.</summary>
    public static CharSet? Escape(string text, ref int at)
    {
        if (at >= text.Length) return null;
        char c = text[at++];
        switch (c)
        {
            case 'd': return Digit;
            case 'D': return Digit.Inverse();
            case 'w': return Word;
            case 'W': return Word.Inverse();
            case 's': return Space;
            case 'S': return Space.Inverse();
            case 'h': return Hexadecimal;
            case 'H': return Hexadecimal.Inverse();
            case 'n': return CharSet.Of('\n');
            case 't': return CharSet.Of('\t');
            case 'r': return CharSet.Of('\r');
            case 'f': return CharSet.Of('\f');
            case 'v': return CharSet.Of('\v');
            case 'a': return CharSet.Of('\a');
            case 'e': return CharSet.Of('\u001b');
            case 'b': return CharSet.Of('\b');
            case 'u': return Code(text, ref at, 4);
            case 'x': return Code(text, ref at, 2);
            default: return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || char.IsSurrogate(c) ? null : CharSet.Of(c);
        }
    }

    private readonly char Current => _at < _text.Length ? _text[_at] : '\0';

    private CharSet? Item()
    {
        if (One() is not { } first) return null;
        if (Current != '-' || _at + 1 >= _text.Length || _text[_at + 1] == ']') return first;
        if (first.Single is not { } from) return null;
        _at++;
        return One()?.Single is { } to && to >= from ? CharSet.Between(from, to) : null;
    }

    private CharSet? One()
    {
        char c = Current;
        if (c == '[' || char.IsSurrogate(c) || (c == '&' && _at + 1 < _text.Length && _text[_at + 1] == '&')) return null;
        _at++;
        return c == '\\' ? Escape(_text, ref _at) : CharSet.Of(c);
    }

    // Below U+0080 for "\x": above, it is a byte of a character.
    private static CharSet? Code(string text, ref int at, int length)
    {
        if (at + length > text.Length || !int.TryParse(text.Substring(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)) return null;
        at += length;
        return (length == 2 && code > 127) || char.IsSurrogate((char)code) ? null : CharSet.Of((char)code);
    }
}
