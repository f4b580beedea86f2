using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>
/// Reads a pattern for what Ruby 3.1 (Onigmo) refuses in it, in the order in which it does. What is not judged here, comments of the extended layout, conditions and bytes, ends the reading:
/// then nothing is said.
/// </summary>
internal sealed class RubyPatternReader(string text)
{
    private const int LongestName = 47;
    private const int MostRepeats = 100_000;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly string _text = text;
    private int _at;
    private int _open;
    private int _groups;
    private int _highestReference;
    private int _lookBehind; // how many groups are open in the outermost one; 0 outside
    private bool _hasWrongLookBehind; // it may match texts of several lengths, or looks ahead
    private bool _hasCalls;
    private bool _hasTarget;
    private bool _isGivenUp;

    /// <summary>Ruby's message; null where there is none, or where only Ruby can tell.</summary>
    public string? Error()
    {
        while (_at < _text.Length)
        {
            string? error = Next();
            if (_isGivenUp) return null;
            if (error is not null) return error;
        }

        if (_open > 0) return "end pattern with unmatched parenthesis";
        if (_hasCalls) return null;
        if (_highestReference > 0 && _names.Count > 0) return "numbered backref/call is not allowed. (use name)";
        if (_highestReference > _groups) return "invalid backref number/name";
        return _hasWrongLookBehind ? "invalid pattern in look-behind" : null;
    }

    private string? Next()
    {
        char c = _text[_at++];
        switch (c)
        {
            case '\\': return Escape();
            case '(': return Group();
            case '*' or '+' or '?':
                _hasWrongLookBehind |= _lookBehind > 0;
                return Repeat(mayBePossessive: true);
            case '{': return Interval();
            case '[':
                _hasTarget = true;
                return new RubyClassReader(_text, _at).Error(out _at, out _isGivenUp);
            case '|':
                _hasTarget = false;
                return null;
            case ')':
                _hasTarget = true;
                if (--_open < _lookBehind) _lookBehind = 0;
                return _open < 0 ? "unmatched close parenthesis" : null;
            default:
                _hasTarget = true;
                return null;
        }
    }

    private string? Repeat(bool mayBePossessive)
    {
        if (!_hasTarget) return "target of repeat operator is not specified";
        if (_at < _text.Length && (_text[_at] == '?' || (mayBePossessive && _text[_at] == '+'))) _at++;
        return null;
    }

    // {2}, {2,}, {,3} and {2,3}; any other brace is itself.
    private string? Interval()
    {
        int at = _at;
        int least = Number(ref at);
        bool hasComma = at < _text.Length && _text[at] == ',';
        if (hasComma) at++;
        int most = hasComma ? Number(ref at) : least;
        if (at >= _text.Length || _text[at] != '}' || (least < 0 && most < 0))
        {
            _isGivenUp = least > MostRepeats || most > MostRepeats;
            _hasTarget = true;
            return null;
        }

        _at = at + 1;
        _isGivenUp = least > MostRepeats || most > MostRepeats;
        _hasWrongLookBehind |= _lookBehind > 0 && least != most;
        return most >= 0 && least > most ? "upper is smaller than lower in repeat range" : Repeat(mayBePossessive: false);
    }

    private int Number(ref int at)
    {
        int from = at;
        while (at < _text.Length && _text[at] is >= '0' and <= '9') at++;
        if (at == from) return -1;
        return int.TryParse(_text.Substring(from, at - from), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;
    }

    private string? Escape()
    {
        if (_at == _text.Length) return "too short escape sequence";
        _hasTarget = true;
        char c = _text[_at++];
        switch (c)
        {
            case >= '1' and <= '9':
                Reference();
                return null;
            case 'k': return NamedReference();
            case 'g':
                _hasCalls = true;
                return null;
            case 'c' or 'C' or 'M':
                _isGivenUp = true;
                return null;
            case 'p' or 'P':
                _isGivenUp = _at < _text.Length && _text[_at] == '{';
                return null;
            default: return null;
        }
    }

    private void Reference()
    {
        int end = _at - 1;
        int number = Number(ref end);
        if (number > 9 && number > _groups) return; // a character by its octal number
        _at = end;
        _highestReference = Math.Max(_highestReference, number);
    }

    private string? NamedReference()
    {
        if (_at == _text.Length || _text[_at] is not ('<' or '\'')) return null;
        int end = _text.IndexOf(_text[_at] == '<' ? '>' : '\'', _at + 1);
        string name = end < 0 ? "" : _text.Substring(_at + 1, end - _at - 1);
        _isGivenUp = name.Length == 0 || !(name[0] == '_' || char.IsLetter(name[0])) || name.IndexOfAny([')', '+', '-']) >= 0;
        _at = end + 1;
        return _names.Contains(name) ? null : $"undefined name <{name}> reference";
    }

    private string? Group()
    {
        if (_at == _text.Length || _text[_at] != '?')
        {
            _groups++;
            return Opened();
        }

        if (++_at == _text.Length) return "end pattern in group";
        switch (_text[_at++])
        {
            case '#': return Comment();
            case ':' or '>' or '~': return Opened();
            case '=' or '!':
                _hasWrongLookBehind |= _lookBehind > 0;
                return Opened();
            case '\'': return Named('\'');
            case '(':
                _isGivenUp = true;
                return null;
            case '<':
                if (_at == _text.Length) return "end pattern with unmatched parenthesis";
                if (_text[_at] is not ('=' or '!')) return Named('>');
                _at++;
                Opened();
                if (_lookBehind == 0) _lookBehind = _open;
                return null;
            default:
                _at--;
                return Options();
        }
    }

    private string? Opened()
    {
        _open++;
        _hasTarget = false;
        return null;
    }

    private string? Comment()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            if (c == ')') return null;
            if (c == '\\') _at++;
        }

        return "end pattern in group";
    }

    private string? Named(char end)
    {
        if (_at == _text.Length) return "end pattern with unmatched parenthesis";
        if (_text[_at] == end) return "group name is empty";
        int close = _text.IndexOfAny([end, ')'], _at + 1);
        bool isClosed = close >= 0 && _text[close] == end && close + 1 < _text.Length;
        string name = _text.Substring(_at, (isClosed ? close : _text.Length) - _at);
        if (close < 0 || _text[close] != end || name[0] is '-' or (>= '0' and <= '9')) return Shown(name) is { } shown ? $"invalid group name <{shown}>" : null;
        _names.Add(_text.Substring(_at, close - _at));
        _groups++;
        _at = close + 1;
        return Opened();
    }

    // Ruby cuts long names, and shows the bytes of what is not plain text, or was written as an escape.
    private string? Shown(string name)
    {
        for (int i = 0; i < name.Length; i++) _isGivenUp |= name[i] is < ' ' or > '~' || (name[i] == '\\' && i + 1 < name.Length && name[i + 1] is 'x' or 'u' or (>= '0' and <= '9'));
        return _isGivenUp ? null : name.Length > LongestName ? name.Substring(0, LongestName) + "..." : name;
    }

    // (?i) counts to the end of the group that it is in, so that what follows begins anew.
    private string? Options()
    {
        bool isOff = false;
        while (_at < _text.Length)
        {
            switch (_text[_at++])
            {
                case '-':
                    isOff = true;
                    break;
                case 'i' or 'm': break;
                case 'x' when isOff: break;
                case 'x' or 'a' or 'd' or 'u':
                    _isGivenUp = true;
                    return null;
                case ')' when _text[_at - 2] != '?':
                    _hasTarget = false;
                    return null;
                case ':': return Opened();
                default: return "undefined group option";
            }
        }

        return "end pattern in group";
    }
}
