using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AuditSdk.Semantics.Kubernetes.Files.Json;

/// <summary>JSON as Go's encoding/json takes it, with its errors.</summary>
internal sealed class JsonReader(string text, TextPlaces places)
{
    private const int MaxDepth = 10_000;

    private int _at;
    private int _depth;

    /// <summary>The value that is the whole text.</summary>
    /// <exception cref="JsonSyntaxException">The text is no JSON.</exception>
    public JsonNode Read()
    {
        SkipBlanks();
        JsonNode value = Value();
        SkipBlanks();
        return _at == text.Length ? value : throw Unexpected("after top-level value");
    }

    private JsonNode Value()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (Current())
        {
            case '{': return Object();
            case '[': return Array();
            case '"': return Text();
            case '-' or (>= '0' and <= '9'): return Number();
            case 't': return Literal("true", JsonKind.Boolean);
            case 'f': return Literal("false", JsonKind.Boolean);
            case 'n': return Literal("null", JsonKind.Null);
            default: throw Unexpected("looking for beginning of value");
        }
    }

    private JsonNode Object()
    {
        int start = Open();
        List<JsonMember> members = [];
        SkipBlanks();
        while (members.Count > 0 || Current() != '}')
        {
            if (Current() != '"') throw Unexpected("looking for beginning of object key string");
            int keyStart = _at;
            string key = Quoted();
            Documents.Origin keyOrigin = places.At(keyStart, _at);
            SkipBlanks();
            if (Current() != ':') throw Unexpected("after object key");
            _at++;
            SkipBlanks();
            members.Add(new JsonMember(key, keyOrigin, Value()));
            SkipBlanks();
            if (Current() == '}') break;
            if (Current() != ',') throw Unexpected("after object key:value pair");
            _at++;
            SkipBlanks();
        }

        JsonNode node = new(JsonKind.Object, Close(start));
        node.Members.AddRange(members);
        return node;
    }

    private JsonNode Array()
    {
        int start = Open();
        List<JsonNode> items = [];
        SkipBlanks();
        while (items.Count > 0 || Current() != ']')
        {
            items.Add(Value());
            SkipBlanks();
            if (Current() == ']') break;
            if (Current() != ',') throw Unexpected("after array element");
            _at++;
            SkipBlanks();
        }

        JsonNode node = new(JsonKind.Array, Close(start));
        node.Items.AddRange(items);
        return node;
    }

    private int Open()
    {
        if (++_depth > MaxDepth) throw Unexpected("exceeded max depth");
        return _at++;
    }

    private Documents.Origin Close(int start)
    {
        _depth--;
        return places.At(start, ++_at);
    }

    private JsonNode Text()
    {
        int start = _at;
        string value = Quoted();
        return new JsonNode(JsonKind.Text, places.At(start, _at)) { Text = value };
    }

    private string Quoted()
    {
        StringBuilder value = new();
        _at++;
        while (Current() != '"')
        {
            char c = text[_at];
            if (c < ' ') throw Unexpected("in string literal");
            if (c == '\\')
            {
                _at++;
                Escape(value);
            }
            else
            {
                value.Append(c);
                _at++;
            }
        }

        _at++;
        return Surrogated(value);
    }

    private void Escape(StringBuilder into)
    {
        char c = Inside();
        into.Append(c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => '\0',
            _ => throw Unexpected("in string escape code"),
        });
        _at++;
        if (c != 'u') return;
        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            if (!int.TryParse(Inside().ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int digit)) throw Unexpected("in \\u hexadecimal character escape");
            code = (code << 4) + digit;
            _at++;
        }

        into[into.Length - 1] = (char)code;
    }

    // Go reads half a character as U+FFFD.
    private static string Surrogated(StringBuilder value)
    {
        string written = value.ToString();
        for (int i = Documents.Surrogates.IndexOfLone(written); i >= 0; i = Documents.Surrogates.IndexOfLone(written))
        {
            value[i] = '\ufffd';
            written = value.ToString();
        }

        return written;
    }

    private JsonNode Number()
    {
        int start = _at;
        if (Current() == '-') _at++;
        if (Inside() == '0') _at++;
        else Digits("in numeric literal");
        if (IsAt('.'))
        {
            _at++;
            Digits("after decimal point in numeric literal");
        }

        if (IsAt('e') || IsAt('E'))
        {
            _at++;
            if (IsAt('+') || IsAt('-')) _at++;
            Digits("in exponent of numeric literal");
        }

        return new JsonNode(JsonKind.Number, places.At(start, _at)) { Text = text.Substring(start, _at - start) };
    }

    private void Digits(string where)
    {
        if (Inside() is not (>= '0' and <= '9')) throw Unexpected(where);
        while (_at < text.Length && text[_at] is >= '0' and <= '9') _at++;
    }

    private JsonNode Literal(string word, JsonKind kind)
    {
        int start = _at++;
        for (int i = 1; i < word.Length; i++, _at++)
        {
            if (Inside() != word[i]) throw Unexpected($"in literal {word} (expecting '{word[i]}')");
        }

        return new JsonNode(kind, places.At(start, _at)) { Text = word };
    }

    private bool IsAt(char c) => _at < text.Length && text[_at] == c;

    private char Current() => _at < text.Length ? text[_at] : throw new JsonSyntaxException("unexpected end of JSON input", _at);

    // Go's parser tries a blank at the end, which nothing inside a word, a number or an escape takes.
    private char Inside() => _at < text.Length ? text[_at] : ' ';

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or '\r' or '\n') _at++;
    }

    private JsonSyntaxException Unexpected(string where) => new($"invalid character {QuotedByte()} {where}", _at);

    // Go names the first byte of the character.
    private string QuotedByte()
    {
        if (_at == text.Length) return "' '";
        int length = char.IsHighSurrogate(text[_at]) && _at + 1 < text.Length ? 2 : 1;
        char first = (char)Encoding.UTF8.GetBytes(text.Substring(_at, length))[0];
        if (first == '\'') return @"'\''";
        if (first == '"') return "'\"'";
        string quoted = GoText.Quote(first.ToString());
        return "'" + quoted.Substring(1, quoted.Length - 2) + "'";
    }
}
