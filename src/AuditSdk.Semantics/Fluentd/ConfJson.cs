using System.Globalization;

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

#if NET
    private static readonly System.Buffers.SearchValues<char> StringStops = System.Buffers.SearchValues.Create(
        "\"\\#\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");
#endif

    private readonly ConfScanner _scanner;
    private readonly ConfStrings _strings;
    private readonly JsonDump _dump = new();
    private readonly bool _isArray;
    private readonly int _start;
    private int _nextBrace = -1;
    private int _nextLine = -1;

    private ConfJson(ConfScanner scanner, ConfStrings strings) => (_scanner, _strings, _isArray, _start) = (scanner, strings, scanner.Current == '[', scanner.Position);

    /// <summary>Reads the array or object at the position.</summary>
    public static FluentdValue Scan(ConfScanner scanner, ConfStrings strings)
    {
        ConfJson json = new(scanner, strings);
        json.Container(1);
        return json._dump.ToValue();
    }

    private void Container(int depth)
    {
        if (depth > DeepestNesting) throw Broken();
        bool isObject = Take() == '{';
        char close = isObject ? '}' : ']';
        _dump.Append(isObject ? '{' : '[');
        int members = _dump.OpenObject();
        SkipBlanks(depth, Whole);
        for (bool isFirst = true; _scanner.Current != close; isFirst = false)
        {
            if (!isFirst)
            {
                if (Take() != ',') throw Broken();
                SkipBlanks(depth, _scanner.Position);
                _dump.Append(',');
            }

            if (isObject) Member(depth);
            else Value(depth);
            SkipBlanks(depth, Whole);
        }

        Take();
        if (isObject) _dump.CloseObject(members);
        _dump.Append(close);
    }

    private void Member(int depth)
    {
        if (_scanner.Current != '"') throw Broken();
        JsonDump.Place start = _dump.Here;
        String();
        JsonDump.Place key = _dump.Here;
        SkipBlanks(depth, Nowhere);
        if (Take() != ':') throw Broken();
        _dump.Append(':');
        SkipBlanks(depth, Nowhere);
        Value(depth);
        _dump.AddMember(start, key);
    }

    private void Value(int depth)
    {
        switch (_scanner.Current)
        {
            case '[' or '{':
                Container(depth + 1);
                break;
            case '"':
                String();
                break;
            case 't':
                Word("true");
                break;
            case 'f':
                Word("false");
                break;
            case 'n':
                Word("null");
                break;
            case '#' when IsRubyNext():
                _scanner.Position += 2;
                _dump.AppendRuby(_strings.Ruby());
                break;
            default:
                Number();
                break;
        }
    }

    private void Word(string word)
    {
        if (!_scanner.Skip(word)) throw Broken();
        _dump.Append(word, 0, word.Length);
    }

    private void String()
    {
        Take();
        _dump.Append('"');
        int checkedTo = _dump.Here.Text;
        while (true)
        {
            int start = _scanner.Position;
            _scanner.Position = StringStop(start);
            _dump.Append(_scanner.Text, start, _scanner.Position - start);
            char c = _scanner.Current;
            if (c == '#' && IsRubyNext())
            {
                _scanner.Position += 2;
                _dump.AppendRuby(_strings.Ruby());
                checkedTo = _dump.Here.Text;
                continue;
            }

            Take();
            if (c == '#' && LineOfBracesFollows()) throw _scanner.Error("fluentd takes a '#' in JSON for Ruby where a line below begins with '{...}': indent that line", _scanner.Text.Substring(_scanner.Position));
            if (c == '"') break;
            if (c < ' ') throw Broken();
            if (c == '\\') c = Escaped();
            _dump.AppendEscaped(c);
        }

        if (_dump.HasHalfCharacter(checkedTo)) throw _scanner.Error("a JSON string holds half a character", "source sequence is illegal/malformed utf-8");
        _dump.Append('"');
    }

    private int StringStop(int from)
    {
        string text = _scanner.Text;
#if NET
        int stop = text.AsSpan(from).IndexOfAny(StringStops);
        return stop < 0 ? text.Length : from + stop;
#else
        while (from < text.Length && text[from] is not ('"' or '\\' or '#' or < ' ')) from++;
        return from;
#endif
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

    private void Number()
    {
        int start = _scanner.Position;
        _scanner.Skip('-');
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

        int length = _scanner.Position - start;
        if (isFloat) _dump.Append(RubyJson.Float(_scanner.Text.Substring(start, length)));
        else if (length == 2 && _scanner.Text[start] == '-' && _scanner.Text[start + 1] == '0') _dump.Append('0');
        else _dump.Append(_scanner.Text, start, length);
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
        return _scanner.Error(
            $"got incomplete JSON {(_isArray ? "array" : "hash")} configuration",
            start => $"The value in line {start.Line} begins with '{(_isArray ? '[' : '{')}' and is read as JSON, which it is not: write it in single quotes, or mend the JSON.",
            _start);
    }
}
