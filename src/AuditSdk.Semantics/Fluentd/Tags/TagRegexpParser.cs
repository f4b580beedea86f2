namespace AuditSdk.Semantics.Fluentd.Tags;

/// <summary>
/// Reads the regular expressions of Ruby whose language is known without Ruby: no references, no look behind, no options, no possessive repetition. <c>^</c> counts at the beginning
/// of the tag only, since a tag has no lines.
/// </summary>
internal sealed class TagRegexpParser
{
    private const int DeepestNesting = 100;
    private const int Longest = 2_000;

    private readonly string _text;
    private int _at;

    private TagRegexpParser(string text) => _text = text;

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Next => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    /// <summary>The expression, or null.</summary>
    public static TagExpression? Parse(string text)
    {
        if (text.Length > Longest) return null;
        TagRegexpParser parser = new(text);
        TagExpression? expression = parser.Choice(0);
        return parser._at == text.Length ? expression : null;
    }

    private TagExpression? Choice(int depth)
    {
        if (depth > DeepestNesting) return null;
        List<TagExpression> branches = [];
        while (true)
        {
            if (Row(depth) is not { } branch) return null;
            branches.Add(branch);
            if (!Skip("|")) return branches.Count == 1 ? branch : new TagExpression.Choice(branches);
        }
    }

    private TagExpression? Row(int depth)
    {
        List<TagExpression> items = [];
        while (_at < _text.Length && Current is not ('|' or ')'))
        {
            if (Atom(depth) is not { } atom || Repeated(atom) is not { } item) return null;
            items.Add(item);
        }

        return new TagExpression.Row(items);
    }

    private TagExpression? Atom(int depth)
    {
        char c = _text[_at++];
        switch (c)
        {
            case '(': return Group(depth);
            case '[': return new TagRegexpClass(_text, _at).Read(out _at) is { } set ? new TagExpression.One(set) : null;
            case '.': return new TagExpression.One(CharSet.NoLineFeed);
            case '^': return new TagExpression.Start();
            case '$': return TagExpression.EndOfLine;
            case '\\': return Escaped();
            case '*' or '+' or '?': return null;
            default:
                if (!char.IsHighSurrogate(c) || !char.IsLowSurrogate(Current)) return new TagExpression.One(CharSet.Of(c));
                _at++;
                return TagExpression.Text(_text.Substring(_at - 2, 2));
        }
    }

    private TagExpression? Group(int depth)
    {
        bool looksAhead = Skip("?=");
        bool isNegative = !looksAhead && Skip("?!");
        if (!looksAhead && !isNegative && Current == '?' && !SkipGroupHead()) return null;
        TagExpression? inside = Choice(depth + 1);
        if (inside is null || !Skip(")")) return null;
        return looksAhead || isNegative ? new TagExpression.Ahead(inside, isNegative) : inside;
    }

    // "?:" and "?<name>"; the look behinds begin like the latter.
    private bool SkipGroupHead()
    {
        if (Skip("?:")) return true;
        int end = _text.IndexOf('>', _at);
        if (Next != '<' || end < 0 || _at + 2 >= _text.Length || !(char.IsLetter(_text[_at + 2]) || _text[_at + 2] == '_')) return false;
        _at = end + 1;
        return true;
    }

    private TagExpression? Escaped()
    {
        switch (Current)
        {
            case 'A':
                _at++;
                return new TagExpression.Start();
            case 'z':
                _at++;
                return new TagExpression.End();
            case 'Z':
                _at++;
                return TagExpression.EndOrLastLineFeed;
            case 'b' or 'B':
                return null;
            default:
                return TagRegexpClass.Escape(_text, ref _at) is { } set ? new TagExpression.One(set) : null;
        }
    }

    private TagExpression? Repeated(TagExpression item)
    {
        while (true)
        {
            (int least, int most, bool isInterval) = (0, -1, false);
            if (Skip("*")) least = 0;
            else if (Skip("+")) least = 1;
            else if (Skip("?")) most = 1;
            else if (Interval(ref least, ref most)) isInterval = true;
            else return item;
            if (most >= 0 && most < least) return null;
            item = new TagExpression.Repeat(item, least, most);

            // Possessive, or Ruby's own reading of "a{2}?"; behind an interval "+" repeats, which the next round reads.
            if (!isInterval && Current == '+') return null;
            if (Skip("?") && isInterval && least == most) return null;
        }
    }

    private bool Interval(ref int least, ref int most)
    {
        if (Current != '{') return false;
        int end = _text.IndexOf('}', _at);
        string[] numbers = end < 0 ? [] : _text.Substring(_at + 1, end - _at - 1).Split(',');
        if (numbers.Length is 0 or > 2 || numbers.All(n => n.Length == 0) || !numbers.All(n => n.Length < 5 && n.All(c => c is >= '0' and <= '9'))) return false;
        least = numbers[0].Length == 0 ? 0 : Digits(numbers[0]);
        most = numbers.Length == 1 ? least : numbers[1].Length == 0 ? -1 : Digits(numbers[1]);
        _at = end + 1;
        return true;
    }

    private static int Digits(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private bool Skip(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0) return false;
        _at += token.Length;
        return true;
    }
}
