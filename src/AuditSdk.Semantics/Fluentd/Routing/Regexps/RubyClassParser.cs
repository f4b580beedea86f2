using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

/// <summary>Reads what is between brackets in a regular expression of Ruby, and characters behind a backslash.</summary>
internal struct RubyClassParser
{
    private const int DeepestNesting = 20;

    private static readonly Dictionary<string, RuneSet> Named = new(StringComparer.Ordinal)
    {
        ["alpha"] = RuneSet.Between('a', 'z').Or(RuneSet.Between('A', 'Z')),
        ["lower"] = RuneSet.Between('a', 'z'),
        ["upper"] = RuneSet.Between('A', 'Z'),
        ["digit"] = RuneSet.Digit,
        ["alnum"] = RuneSet.Digit.Or(RuneSet.Between('a', 'z')).Or(RuneSet.Between('A', 'Z')),
        ["word"] = RuneSet.Word,
        ["xdigit"] = RuneSet.Hexadecimal,
        ["space"] = RuneSet.Space,
        ["blank"] = RuneSet.Of(' ').Or(RuneSet.Of('\t')),
        ["cntrl"] = RuneSet.Between(0, 31).Or(RuneSet.Of(127)),
        ["graph"] = RuneSet.Between(33, 126),
        ["print"] = RuneSet.Between(32, 126),
        ["punct"] = RuneSet.Between(33, 126).And(RuneSet.Digit.Or(RuneSet.Between('a', 'z')).Or(RuneSet.Between('A', 'Z')).Inverse()),
        ["ascii"] = RuneSet.Between(0, 127),
    };

    private readonly string _text;
    private int _at;

    public RubyClassParser(string text, int at) => (_text, _at) = (text, at);

    private readonly char Current => _at < _text.Length ? _text[_at] : '\0';

    private readonly char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    /// <summary>The set, from behind the <c>[</c>; the position is then behind the <c>]</c>. Null where it is not read.</summary>
    public RuneSet? Read(out int end)
    {
        RuneSet? set = Class(0);
        end = _at;
        return set;
    }

    /// <summary>The set of what stands behind a backslash; null where it is not read.</summary>
    public static RuneSet? Escape(string text, ref int at)
    {
        if (at >= text.Length) return null;
        char c = text[at++];
        switch (c)
        {
            case 'd': return RuneSet.Digit;
            case 'D': return RuneSet.Digit.Inverse();
            case 'w': return RuneSet.Word;
            case 'W': return RuneSet.Word.Inverse();
            case 's': return RuneSet.Space;
            case 'S': return RuneSet.Space.Inverse();
            case 'h': return RuneSet.Hexadecimal;
            case 'H': return RuneSet.Hexadecimal.Inverse();
            case 'n': return RuneSet.Of('\n');
            case 't': return RuneSet.Of('\t');
            case 'r': return RuneSet.Of('\r');
            case 'f': return RuneSet.Of('\f');
            case 'v': return RuneSet.Of('\v');
            case 'a': return RuneSet.Of('\a');
            case 'e': return RuneSet.Of('\u001b');
            case 'u': return Code(text, ref at, 4, char.MaxValue);
            case 'x': return Code(text, ref at, 2, 127); // above, it is a byte of a character
            case '0': return at < text.Length && RubyDigit(text[at]) ? null : RuneSet.Of(0);
            default: return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || char.IsSurrogate(c) ? null : RuneSet.Of(c);
        }
    }

    private static bool RubyDigit(char c) => c is >= '0' and <= '9';

    private static RuneSet? Code(string text, ref int at, int length, int most)
    {
        if (at + length > text.Length || !int.TryParse(text.Substring(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)) return null;
        at += length;
        return code > most || char.IsSurrogate((char)code) ? null : RuneSet.Of(code);
    }

    private RuneSet? Class(int depth)
    {
        bool isNegative = Current == '^';
        if (isNegative) _at++;
        RuneSet? whole = null;
        RuneSet set = RuneSet.None;
        bool isFirst = true;
        for (; _at < _text.Length; isFirst = false)
        {
            if (Current == ']' && !isFirst)
            {
                _at++;
                set = whole?.And(set) ?? set;
                return isNegative ? set.Inverse() : set;
            }

            if (Current == '&' && Next == '&')
            {
                _at += 2;
                whole = whole?.And(set) ?? set;
                set = RuneSet.None;
                continue;
            }

            if (Item(depth) is not { } item) return null;
            set = set.Or(item);
        }

        return null;
    }

    private RuneSet? Item(int depth)
    {
        if (Current == '[')
        {
            _at++;
            if (Current == ':') return NamedClass();
            return depth == DeepestNesting ? null : Class(depth + 1);
        }

        if (One() is not { } first) return null;
        if (Current != '-' || _at + 1 >= _text.Length || Next == ']') return first;
        if (first.Single < 0 || Next is '[' or '&') return null;
        _at++;
        return One() is { Single: >= 0 and var to } && to >= first.Single ? RuneSet.Between(first.Single, to) : null;
    }

    private RuneSet? One()
    {
        char c = Current;
        _at++;
        if (c == '\\' && Current == 'b')
        {
            _at++;
            return RuneSet.Of('\b');
        }

        if (c == '\\') return Escape(_text, ref _at);
        if (!char.IsSurrogate(c)) return RuneSet.Of(c);
        return char.IsHighSurrogate(c) && char.IsLowSurrogate(Current) ? RuneSet.Of(char.ConvertToUtf32(c, _text[_at++])) : null;
    }

    private RuneSet? NamedClass()
    {
        int end = _text.IndexOf(":]", _at + 1, StringComparison.Ordinal);
        if (end < 0) return null;
        string name = _text.Substring(_at + 1, end - _at - 1);
        bool isNegative = name.StartsWith("^", StringComparison.Ordinal);
        if (!Named.TryGetValue(isNegative ? name.Substring(1) : name, out RuneSet? set)) return null;
        _at = end + 2;
        set = name.EndsWith("ascii", StringComparison.Ordinal) ? set : set.KnownForAscii();
        return isNegative ? set.Inverse() : set;
    }
}
