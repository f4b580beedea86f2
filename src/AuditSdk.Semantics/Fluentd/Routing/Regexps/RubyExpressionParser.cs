using System.Globalization;

namespace AuditSdk.Semantics.Fluentd.Routing.Regexps;

/// <summary>
/// Reads regular expressions as Ruby 3.1 (Onigmo) does. What it does not read is not necessarily wrong: conditions, calls of groups, absence, extended layout, and the properties of
/// Unicode are left to Ruby.
/// </summary>
internal sealed class RubyExpressionParser
{
    private const int DeepestNesting = 100;
    private const int Longest = 20_000;
    private const int MostRepeats = 10_000;

    private readonly string _text;
    private readonly bool _numbersNamedOnly;
    private bool _hasNames;
    private int _groups;
    private int _highestReference;
    private int _at;

    private RubyExpressionParser(string text, bool numbersNamedOnly) => (_text, _numbersNamedOnly) = (text, numbersNamedOnly);

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    /// <summary>The expression and its number of groups; null where it is not read.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="options">Ruby's number of its options.</param>
    /// <param name="groups">The number of groups that count.</param>
    public static RubyExpression? Parse(string text, int options, out int groups)
    {
        groups = 0;
        if (text.Length > Longest) return null;
        RubyExpressionParser parser = new(text, numbersNamedOnly: false);
        RubyExpression? expression = parser.Whole(options);

        // Beside a group with a name, those without are not numbered.
        if (expression is not null && parser._hasNames)
        {
            parser = new(text, numbersNamedOnly: true);
            expression = parser.Whole(options);
        }

        groups = parser._groups;
        return parser._highestReference > groups ? null : expression;
    }

    private RubyExpression? Whole(int options)
    {
        RubyExpression? expression = Choice(0, (options & 1) != 0, (options & 4) != 0);
        return _at == _text.Length ? expression : null;
    }

    private RubyExpression? Choice(int depth, bool ignoresCase, bool dotTakesAll)
    {
        if (depth > DeepestNesting) return null;
        List<RubyExpression> branches = [];
        while (true)
        {
            if (Row(depth, ignoresCase, dotTakesAll) is not { } branch) return null;
            branches.Add(branch);
            if (!Skip("|")) return branches.Count == 1 ? branch : new RubyExpression.Choice(branches);
        }
    }

    private RubyExpression? Row(int depth, bool ignoresCase, bool dotTakesAll)
    {
        List<RubyExpression> items = [];
        while (_at < _text.Length && Current is not ('|' or ')'))
        {
            if (Skip("(?#"))
            {
                if (!SkipComment()) return null;
                continue;
            }

            if (Atom(depth, ignoresCase, dotTakesAll) is not { } atom || Repeated(atom) is not { } item) return null;
            items.Add(item);
        }

        return items.Count == 1 ? items[0] : new RubyExpression.Row(items);
    }

    private bool SkipComment()
    {
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '\\') _at++;
            else if (_text[_at] == ')') return ++_at > 0;
        }

        return false;
    }

    private RubyExpression? Atom(int depth, bool ignoresCase, bool dotTakesAll)
    {
        char c = _text[_at++];
        switch (c)
        {
            case '(': return Group(depth, ignoresCase, dotTakesAll);
            case '[': return new RubyClassParser(_text, _at).Read(out _at) is { } set ? new RubyExpression.One(set, ignoresCase) : null;
            case '.': return new RubyExpression.One(dotTakesAll ? RuneSet.All : RuneSet.NoLineFeed, false);
            case '^': return new RubyExpression.Assertion(RubyAssertion.LineStart);
            case '$': return new RubyExpression.Assertion(RubyAssertion.LineEnd);
            case '\\': return Escaped(ignoresCase);
            case '*' or '+' or '?': return null; // nothing to repeat
            default:
                int rune = char.IsHighSurrogate(c) && char.IsLowSurrogate(Current) ? char.ConvertToUtf32(c, _text[_at++]) : c;
                return new RubyExpression.One(RuneSet.Of(rune), ignoresCase);
        }
    }

    private RubyExpression? Group(int depth, bool ignoresCase, bool dotTakesAll)
    {
        if (Current != '?') return Inside(depth, ignoresCase, dotTakesAll, _numbersNamedOnly ? null : ++_groups);
        if (Skip("?:")) return Inside(depth, ignoresCase, dotTakesAll, null);
        if (Skip("?=")) return Look(Inside(depth, ignoresCase, dotTakesAll, null), false, false);
        if (Skip("?!")) return Look(Inside(depth, ignoresCase, dotTakesAll, null), false, true);
        if (Skip("?<=")) return Look(Inside(depth, ignoresCase, dotTakesAll, null), true, false);
        if (Skip("?<!")) return Look(Inside(depth, ignoresCase, dotTakesAll, null), true, true);
        if (Skip("?>")) return Inside(depth, ignoresCase, dotTakesAll, null) is { } inside ? new RubyExpression.Atomic(inside) : null;
        if (Skip("?<")) return Named('>', depth, ignoresCase, dotTakesAll);
        if (Skip("?'")) return Named('\'', depth, ignoresCase, dotTakesAll);
        return Options(depth, ignoresCase, dotTakesAll);
    }

    private RubyExpression? Named(char end, int depth, bool ignoresCase, bool dotTakesAll)
    {
        int close = _text.IndexOf(end, _at);
        if (close <= _at || !(char.IsLetter(_text[_at]) || _text[_at] == '_')) return null;
        _hasNames = true;
        _at = close + 1;
        return Inside(depth, ignoresCase, dotTakesAll, ++_groups);
    }

    // "(?i:...)", and "(?i)" that counts to the end of the group around it, alternatives included.
    private RubyExpression? Options(int depth, bool ignoresCase, bool dotTakesAll)
    {
        _at++;
        bool isOn = true;
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '-':
                    isOn = false;
                    break;
                case 'i':
                    ignoresCase = isOn;
                    break;
                case 'm':
                    dotTakesAll = isOn;
                    break;
                case 'x' when !isOn:
                    break;
                case ':':
                    _at++;
                    return Inside(depth, ignoresCase, dotTakesAll, null);
                case ')':
                    _at++;
                    return Choice(depth + 1, ignoresCase, dotTakesAll);
                default:
                    return null;
            }
        }

        return null;
    }

    private RubyExpression? Inside(int depth, bool ignoresCase, bool dotTakesAll, int? number)
    {
        RubyExpression? inside = Choice(depth + 1, ignoresCase, dotTakesAll);
        if (inside is null || !Skip(")")) return null;
        return number is { } n ? new RubyExpression.Group(inside, n) : new RubyExpression.Row([inside]);
    }

    // Ruby takes a look behind of one width, or alternatives of one each.
    private static RubyExpression? Look(RubyExpression? inside, bool isBehind, bool isNegative)
    {
        if (inside is null) return null;
        if (!isBehind) return new RubyExpression.Look(inside, false, isNegative);
        while (inside is RubyExpression.Row { Items: [var only] }) inside = only;
        bool isOfKnownWidth = inside is RubyExpression.Choice choice ? choice.Items.All(i => i.Width is not null) : inside.Width is not null;
        return isOfKnownWidth ? new RubyExpression.Look(inside, true, isNegative) : null;
    }

    private RubyExpression? Escaped(bool ignoresCase)
    {
        switch (Current)
        {
            case 'A': return Assertion(RubyAssertion.TextStart);
            case 'z': return Assertion(RubyAssertion.TextEnd);
            case 'Z': return Assertion(RubyAssertion.TextEndOrLastLineFeed);
            case 'b': return Assertion(RubyAssertion.WordBoundary);
            case 'B': return Assertion(RubyAssertion.NoWordBoundary);
            case >= '1' and <= '9' when !_hasNames && !ignoresCase: return BackReference();
            default: return RubyClassParser.Escape(_text, ref _at) is { } set ? new RubyExpression.One(set, ignoresCase) : null;
        }
    }

    private RubyExpression Assertion(RubyAssertion kind)
    {
        _at++;
        return new RubyExpression.Assertion(kind);
    }

    private RubyExpression? BackReference()
    {
        int start = _at;
        while (Current is >= '0' and <= '9') _at++;
        if (_at - start > 2) return null;
        int number = int.Parse(_text.Substring(start, _at - start), CultureInfo.InvariantCulture);
        _highestReference = Math.Max(_highestReference, number);
        return new RubyExpression.BackReference(number);
    }

    private RubyExpression? Repeated(RubyExpression item)
    {
        while (true)
        {
            (int least, int most, bool isInterval) = (0, -1, false);
            if (Skip("*")) least = 0;
            else if (Skip("+")) least = 1;
            else if (Skip("?")) most = 1;
            else if (Interval(ref least, ref most)) isInterval = true;
            else return item;
            if (item is RubyExpression.Assertion or RubyExpression.Look || (most >= 0 && most < least) || least > MostRepeats || most > MostRepeats) return null;
            bool isLazy = Skip("?");
            if (isLazy && isInterval && least == most) return null; // Ruby's own reading of "a{2}?"
            item = new RubyExpression.Repeat(item, least, most, isLazy);

            // Behind an interval "+" repeats once more, which the next round reads.
            if (!isInterval && !isLazy && Skip("+")) item = new RubyExpression.Atomic(item);
        }
    }

    private bool Interval(ref int least, ref int most)
    {
        if (Current != '{') return false;
        int end = _text.IndexOf('}', _at);
        string[] numbers = end < 0 ? [] : _text.Substring(_at + 1, end - _at - 1).Split(',');
        if (numbers.Length is 0 or > 2 || numbers.All(n => n.Length == 0) || !numbers.All(n => n.Length < 7 && n.All(c => c is >= '0' and <= '9'))) return false;
        least = numbers[0].Length == 0 ? 0 : int.Parse(numbers[0], CultureInfo.InvariantCulture);
        most = numbers.Length == 1 ? least : numbers[1].Length == 0 ? -1 : int.Parse(numbers[1], CultureInfo.InvariantCulture);
        _at = end + 1;
        return true;
    }

    private bool Skip(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0) return false;
        _at += token.Length;
        return true;
    }
}
