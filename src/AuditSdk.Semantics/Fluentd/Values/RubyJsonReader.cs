using System.Globalization;
using System.Text;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Reads JSON as Ruby's JSON does: comments between the tokens, whole numbers of any size, the last of equal names.</summary>
internal sealed class RubyJsonReader
{
    private const int DeepestNesting = 100;

    private readonly string _text;
    private int _at;

    private RubyJsonReader(string text) => _text = text;

    /// <summary>Reads the whole text; false where it is no JSON.</summary>
    public static bool TryRead(string text, out FluentdDatum? value)
    {
        RubyJsonReader reader = new(text);
        return reader.Value(0, out value) && reader.SkipBlanks() && reader._at == text.Length;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool Value(int depth, out FluentdDatum? value)
    {
        value = null;
        if (depth > DeepestNesting || !SkipBlanks()) return false;
        switch (Current)
        {
            case '[': return List(depth, out value);
            case '{': return Map(depth, out value);
            case '"':
                bool isText = Text(out string text);
                value = new FluentdDatum.Text(text);
                return isText;
            case 't':
                value = new FluentdDatum.Boolean(true);
                return Skip("true");
            case 'f':
                value = new FluentdDatum.Boolean(false);
                return Skip("false");
            case 'n': return Skip("null");
            default: return Number(out value);
        }
    }

    private bool List(int depth, out FluentdDatum? list)
    {
        list = null;
        List<FluentdDatum?> items = [];
        _at++;
        if (!SkipBlanks()) return false;
        while (Current != ']')
        {
            if (items.Count > 0 && !Skip(",")) return false;
            if (!Value(depth + 1, out FluentdDatum? item) || !SkipBlanks()) return false;
            items.Add(item);
        }

        _at++;
        list = new FluentdDatum.List(ValueList.From(items));
        return true;
    }

    private bool Map(int depth, out FluentdDatum? map)
    {
        map = null;
        OrderedMap items = new();
        _at++;
        if (!SkipBlanks()) return false;
        for (bool isFirst = true; Current != '}'; isFirst = false)
        {
            if (!isFirst && (!Skip(",") || !SkipBlanks())) return false;
            if (Current != '"' || !Text(out string name) || !SkipBlanks() || !Skip(":")) return false;
            if (!Value(depth + 1, out FluentdDatum? value) || !SkipBlanks()) return false;
            items.Set(name, value);
        }

        _at++;
        map = items.ToDatum();
        return true;
    }

    private bool Text(out string text)
    {
        StringBuilder read = new();
        for (_at++; _at < _text.Length && _text[_at] >= ' '; _at++)
        {
            char c = _text[_at];
            if (c == '"')
            {
                _at++;
                text = read.ToString();
                return true;
            }

            if (c == '\\' && !Escaped(out c)) break;
            read.Append(c);
        }

        text = "";
        return false;
    }

    private bool Escaped(out char c)
    {
        c = '\0';
        if (++_at == _text.Length) return false;
        c = Current;
        switch (c)
        {
            case 'b': c = '\b'; break;
            case 'f': c = '\f'; break;
            case 'n': c = '\n'; break;
            case 'r': c = '\r'; break;
            case 't': c = '\t'; break;
            case 'u':
                if (_at + 4 >= _text.Length || !int.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)) return false;
                c = (char)code;
                _at += 4;
                break;
        }

        return c >= ' ' || _text[_at] != c;
    }

    private bool Number(out FluentdDatum? number)
    {
        number = null;
        int start = _at;
        Skip("-");
        int whole = Digits();
        if (whole == 0 || (whole > 1 && _text[_at - whole] == '0')) return false;
        bool isFloat = Skip(".");
        if (isFloat && Digits() == 0) return false;
        if (Current is 'e' or 'E')
        {
            isFloat = true;
            _at++;
            if (Current is '+' or '-') _at++;
            if (Digits() == 0) return false;
        }

        string text = _text.Substring(start, _at - start);
        number = isFloat ? FloatType.Read(new FluentdDatum.Text(text)).Value : new FluentdDatum.Integer(RubyNumber.Whole(text));
        return true;
    }

    private int Digits()
    {
        int start = _at;
        while (Current is >= '0' and <= '9') _at++;
        return _at - start;
    }

    private bool Skip(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0) return false;
        _at += token.Length;
        return true;
    }

    // False for a comment without end.
    private bool SkipBlanks()
    {
        while (true)
        {
            while (ConfScanner.IsBlank(Current)) _at++;
            string? end = Current != '/' || _at + 1 == _text.Length ? null : _text[_at + 1] == '*' ? "*/" : _text[_at + 1] == '/' ? "\n" : null;
            if (end is null) return true;
            int stop = _text.IndexOf(end, _at + 2, StringComparison.Ordinal);
            if (stop < 0) return false;
            _at = stop + end.Length;
        }
    }
}
