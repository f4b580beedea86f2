using System.Globalization;
using System.Numerics;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Records;

/// <summary>A key of a record as plugins write it: <c>name</c>, <c>$.a.b[0]</c>, <c>$['a']["b"]</c>; a plain name with dots is one key.</summary>
internal sealed class RecordAccessor
{
    private const string NoSyntax = "Invalid syntax: ";

    // Text or BigInteger.
    private readonly List<object> _keys;

    private RecordAccessor(List<object> keys) => _keys = keys;

    /// <summary>The names on the way, up to an index.</summary>
    public IReadOnlyList<string> Names => [.. _keys.TakeWhile(k => k is string).Cast<string>()];

    /// <summary>Reads a key.</summary>
    /// <exception cref="RaisedException">fluentd refuses it.</exception>
    public static RecordAccessor Of(string text)
        => new(text.StartsWith("$.", StringComparison.Ordinal) ? Dots(text) : text.StartsWith("$[", StringComparison.Ordinal) ? Brackets(text) : [text]);

    /// <summary>The value at the key; null where there is none.</summary>
    /// <exception cref="RaisedException">Something on the way has nothing inside.</exception>
    public RubyValue? Get(RubyHash record)
    {
        RubyValue? value = record;
        for (int i = 0; i < _keys.Count && value is not null; i++) value = Dig(value, _keys[i]);
        return value;
    }

    /// <summary>Takes the key away; where there is nothing to take, nothing happens.</summary>
    public void Delete(RubyHash record)
    {
        RubyValue? target = record;
        try
        {
            for (int i = 0; i < _keys.Count - 1 && target is not null; i++) target = Dig(target, _keys[i]);
        }
        catch (RaisedException)
        {
            return;
        }

        object last = _keys[_keys.Count - 1];
        if (target is RubyHash hash && last is string key) hash.Remove(key);
        else if (target is RubyArray array && last is BigInteger index && Place(array, index) is { } place) array.Items.RemoveAt(place);
        else if (target is RubyUnknown) throw new UndecidedException(RubyUnknown.Reason);
    }

    private static RubyValue? Dig(RubyValue value, object key) => value switch
    {
        RubyHash hash => key is string name ? hash[name] : null,
        RubyArray array when key is BigInteger index => Place(array, index) is { } place ? array.Items[place] : null,
        RubyArray => throw new RaisedException("TypeError", "no implicit conversion of String into Integer"),
        RubyUnknown => throw new UndecidedException(RubyUnknown.Reason),
        _ => throw new RaisedException("TypeError", $"{RubyValue.ClassOf(value)} does not have #dig method"),
    };

    private static int? Place(RubyArray array, BigInteger index)
    {
        BigInteger place = index < 0 ? index + array.Items.Count : index;
        return place >= 0 && place < array.Items.Count ? (int)place : null;
    }

    private static List<object> Dots(string text)
    {
        List<object> keys = [];
        foreach (string key in RubyText.Parts(text.Substring(2)))
        {
            int bracket = key.IndexOf('[');
            if (bracket < 0)
            {
                keys.Add(key);
                continue;
            }

            if (bracket > 0) keys.Add(key.Substring(0, bracket));
            Indexes(key.Substring(bracket), text, keys);
        }

        if (keys.Count == 0) throw Refused("empty keys in dot notation");
        return keys.Find(k => k is string name && name.Any(RubyNumber.IsBlank)) is { } blank
            ? throw Refused($"whitespace character is not allowed in dot notation. Use bracket notation: {blank}")
            : keys;
    }

    // "[0][1]".
    private static void Indexes(string text, string whole, List<object> keys)
    {
        while (text.Length > 0)
        {
            int open = text.IndexOf('[');
            if (open < 0) throw Refused($"found more characters after ']'. {NoSyntax}{whole}");
            int close = text.IndexOf(']', open);
            if (close < 0) throw Refused($"'[' found but ']' not found. {NoSyntax}{whole}");
            if (close == open + 1) throw Refused($"missing array index in '[]'. {NoSyntax}{whole}");
            keys.Add(Index(text.Substring(open + 1, close - open - 1)));
            text = text.Substring(close + 1);
        }
    }

    private static List<object> Brackets(string whole)
    {
        List<object> keys = [];
        string text = whole.Substring(1);
        while (text.Length > 0)
        {
            int open = text.IndexOf('[');
            if (open < 0) throw Refused($"found more characters after ']'. {NoSyntax}{whole}");
            text = text.Substring(open + 1);
            if (text.Length == 0) break;
            if (text[0] is '\'' or '"')
            {
                int end = text.IndexOf("']", StringComparison.Ordinal);
                if (end < 0) end = text.IndexOf("\"]", StringComparison.Ordinal);
                if (end < 0) throw Refused($"Incomplete bracket. {NoSyntax}{whole}");
                if (text[end] != text[0]) throw Refused($"Mismatched quotes. {NoSyntax}{whole}");
                keys.Add(end < 1 ? throw new UndecidedException($"the key {whole}") : text.Substring(1, end - 1));
                text = text.Substring(end + 2);
                continue;
            }

            int close = text.IndexOf(']');
            if (close < 0) throw Refused($"'[' found but ']' not found. {NoSyntax}{whole}");
            if (close == 0) throw Refused($"missing array index in '[]'. {NoSyntax}{text}");
            keys.Add(Index(text.Substring(0, close)));
            text = text.Substring(close + 1);
        }

        return keys.Count == 0 ? throw Refused("empty keys in bracket notation") : keys;
    }

    // Ruby's Integer(): a plain number; its other forms are rare enough to leave to Ruby.
    private static object Index(string text)
    {
        string digits = text.Trim(' ');
        if (digits.Length is > 0 and < 19 && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long index) && (digits == "0" || digits.TrimStart('-', '+')[0] != '0')) return new BigInteger(index);
        if (digits.Any(c => c is '_' or (>= '0' and <= '9'))) throw new UndecidedException($"the index [{text}]");
        throw new RaisedException("ArgumentError", $"invalid value for Integer(): {RubyInspect.Of(text)}");
    }

    private static RaisedException Refused(string message) => RaisedException.Config(message);
}
