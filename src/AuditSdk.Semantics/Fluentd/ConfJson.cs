using System.Globalization;
using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>
/// A value that begins with <c>[</c> or <c>{</c>: JSON, kept as fluentd keeps it, dumped again without blanks, with the last of equal names and Ruby's way to write floats.
/// Comments are read where fluentd reads them: in the outermost brackets, behind a whole element and at most one comma of the same line. Broken JSON is reported at the end
/// of the file, since fluentd reads on until it has a whole value.
/// </summary>
internal sealed class ConfJson
{
    private const int DeepestNesting = 100;

    // Where a comment may stand: anywhere, nowhere, or on the line of the comma at a position.
    private const int Whole = -1;
    private const int Nowhere = -2;

    private readonly ConfScanner _scanner;
    private readonly ConfStrings _strings;
    private readonly bool _isArray;
    private int _nextBrace = -1;
    private int _nextLine = -1;

    private ConfJson(ConfScanner scanner, ConfStrings strings) => (_scanner, _strings, _isArray) = (scanner, strings, scanner.Current == '[');

    /// <summary>Reads the array or object at the position.</summary>
    public static FluentdValue Scan(ConfScanner scanner, ConfStrings strings)
    {
        ConfJson json = new(scanner, strings);
        ConfValueBuilder value = new();
        foreach (FluentdValuePart part in json.Container(1))
        {
            if (part.IsRuby) value.AppendRuby(part.Text);
            else value.Append(part.Text);
        }

        return value.ToValue();
    }

    private List<FluentdValuePart> Container(int depth)
    {
        if (depth > DeepestNesting) throw Broken();
        bool isObject = Take() == '{';
        char close = isObject ? '}' : ']';
        List<List<FluentdValuePart>> items = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        SkipBlanks(depth, Whole);
        while (_scanner.Current != close)
        {
            if (items.Count > 0 || places.Count > 0)
            {
                if (Take() != ',') throw Broken();
                SkipBlanks(depth, _scanner.Position);
            }

            List<FluentdValuePart> item = isObject ? Member(depth, out string key) : Value(depth, out key);
            SkipBlanks(depth, Whole);
            if (isObject && places.TryGetValue(key, out int place)) items[place] = item;
            else Keep(items, item, places, isObject ? key : null);
        }

        Take();
        return Joined(items, isObject ? "{" : "[", close.ToString());
    }

    private static void Keep(List<List<FluentdValuePart>> items, List<FluentdValuePart> item, Dictionary<string, int> places, string? key)
    {
        if (key is not null) places.Add(key, items.Count);
        items.Add(item);
    }

    private static List<FluentdValuePart> Joined(List<List<FluentdValuePart>> items, string open, string close)
    {
        List<FluentdValuePart> joined = [Literal(open)];
        foreach (List<FluentdValuePart> item in items)
        {
            if (joined.Count > 1) joined.Add(Literal(","));
            joined.AddRange(item);
        }

        joined.Add(Literal(close));
        return joined;
    }

    private List<FluentdValuePart> Member(int depth, out string key)
    {
        if (_scanner.Current != '"') throw Broken();
        List<FluentdValuePart> name = String();
        key = string.Concat(name.Select(p => p.Text));
        SkipBlanks(depth, Nowhere);
        if (Take() != ':') throw Broken();
        SkipBlanks(depth, Nowhere);
        return [.. name, Literal(":"), .. Value(depth, out _)];
    }

    private List<FluentdValuePart> Value(int depth, out string key)
    {
        key = "";
        switch (_scanner.Current)
        {
            case '[' or '{':
                return Container(depth + 1);
            case '"':
                return String();
            case 't':
                return Word("true");
            case 'f':
                return Word("false");
            case 'n':
                return Word("null");
            case '#' when IsRubyNext():
                _scanner.Position += 2;
                return [new FluentdValuePart(_strings.Ruby(), IsRuby: true)];
            default:
                return [Literal(Number())];
        }
    }

    private List<FluentdValuePart> Word(string word) => _scanner.Skip(word) ? [Literal(word)] : throw Broken();

    private List<FluentdValuePart> String()
    {
        List<FluentdValuePart> parts = [];
        StringBuilder text = new();
        Take();
        text.Append('"');
        while (true)
        {
            if (_scanner.Current == '#' && IsRubyNext())
            {
                parts.Add(Literal(text.ToString()));
                text.Clear();
                _scanner.Position += 2;
                parts.Add(new FluentdValuePart(_strings.Ruby(), IsRuby: true));
                continue;
            }

            char c = Take();
            if (c == '#' && LineOfBracesFollows()) throw _scanner.Error("fluentd takes a '#' in JSON for Ruby where a line below begins with '{...}': indent that line", _scanner.Text.Substring(_scanner.Position));
            if (c == '"') break;
            if (c < ' ') throw Broken();
            if (c == '\\') c = Escaped();
            RubyJson.Append(text, c);
        }

        string last = text.Append('"').ToString();
        if (Surrogates.IndexOfLone(last) >= 0) throw _scanner.Error("a JSON string holds half a character", "source sequence is illegal/malformed utf-8");
        return [.. parts, Literal(last)];
    }

    private char Escaped()
    {
        char c = Take();
        switch (c)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                int position = _scanner.Position;
                if (position + 4 > _scanner.Text.Length || !int.TryParse(_scanner.Text.Substring(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)) throw Broken();
                _scanner.Position += 4;
                return (char)code;
            default:
                return c < ' ' ? throw Broken() : c;
        }
    }

    private string Number()
    {
        int start = _scanner.Position;
        _scanner.Skip("-");
        int whole = Digits();
        if (whole == 0 || (whole > 1 && _scanner.Text[_scanner.Position - whole] == '0')) throw Broken();
        bool isFloat = false;
        if (_scanner.Current == '.')
        {
            _scanner.Position++;
            isFloat = Digits() > 0 ? true : throw Broken();
        }

        if (_scanner.Current is 'e' or 'E')
        {
            _scanner.Position++;
            if (_scanner.Current is '+' or '-') _scanner.Position++;
            isFloat = Digits() > 0 ? true : throw Broken();
        }

        string number = _scanner.Text.Substring(start, _scanner.Position - start);
        return isFloat ? RubyJson.Float(number) : number == "-0" ? "0" : number;
    }

    private int Digits()
    {
        int start = _scanner.Position;
        while (_scanner.Current is >= '0' and <= '9') _scanner.Position++;
        return _scanner.Position - start;
    }

    private void SkipBlanks(int depth, int comma)
    {
        while (!_scanner.IsEnd)
        {
            char c = _scanner.Current;
            if (ConfScanner.IsBlank(c))
            {
                _scanner.Position++;
                if (c == '\n' && comma >= 0) comma = Nowhere;
            }
            else if (c == '#' && depth == 1 && comma != Nowhere)
            {
                int feed = _scanner.Text.IndexOf('\n', _scanner.Position);
                if (feed < 0) throw Broken();
                _scanner.Position = feed + 1;
                if (comma >= 0) comma = Nowhere;
            }
            else if (SkipJsonComment())
            {
                if (comma >= 0) comma = Nowhere;
            }
            else
            {
                return;
            }
        }
    }

    // Ruby's JSON reads these too.
    private bool SkipJsonComment()
    {
        string? end = _scanner.Current != '/' ? null : _scanner.Peek(1) == '*' ? "*/" : _scanner.Peek(1) == '/' ? "\n" : null;
        if (end is null) return false;
        int stop = _scanner.Text.IndexOf(end, _scanner.Position + 2, StringComparison.Ordinal);
        if (stop < 0) throw Broken();
        _scanner.Position = stop + end.Length;
        return true;
    }

    private bool IsRubyNext()
    {
        int inside = _scanner.Position + 2;
        if (_scanner.Peek(1) != '{' || inside >= _scanner.Text.Length || _scanner.Text[inside] == '}') return false;
        if (_nextBrace < inside) _nextBrace = _scanner.Text.IndexOf('}', inside);
        if (_nextBrace < 0) _nextBrace = int.MaxValue;
        return _nextBrace != int.MaxValue;
    }

    // fluentd looks for "{...}" not only here but at the start of every line below, and then reads Ruby from here.
    private bool LineOfBracesFollows()
    {
        string text = _scanner.Text;
        if (_nextLine >= _scanner.Position) return _nextLine != int.MaxValue;
        _nextLine = text.IndexOf("\n{", _scanner.Position, StringComparison.Ordinal);
        while (_nextLine >= 0 && _nextLine + 2 < text.Length && text[_nextLine + 2] == '}') _nextLine = text.IndexOf("\n{", _nextLine + 2, StringComparison.Ordinal);
        if (_nextLine < 0 || text.IndexOf('}', _nextLine) < 0) _nextLine = int.MaxValue;
        return _nextLine != int.MaxValue;
    }

    private char Take()
    {
        if (_scanner.IsEnd) throw Broken();
        return _scanner.Text[_scanner.Position++];
    }

    private ConfParseException Broken()
    {
        _scanner.Position = _scanner.Text.Length;
        return _scanner.Error($"got incomplete JSON {(_isArray ? "array" : "hash")} configuration");
    }

    private static FluentdValuePart Literal(string text) => new(text, IsRuby: false);
}
