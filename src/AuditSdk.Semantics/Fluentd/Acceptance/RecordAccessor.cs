using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>The syntax of keys into a record: <c>key</c>, <c>$.a.b[0]</c>, <c>$['a'][0]</c> (plugin_helper/record_accessor.rb of 1.18).</summary>
internal static class RecordAccessor
{
    /// <summary>fluentd's message; null for a key that it takes.</summary>
    public static string? Error(string key)
        => key.StartsWith("$.", StringComparison.Ordinal) ? Dots(key) : key.StartsWith("$[", StringComparison.Ordinal) ? Brackets(key) : null;

    private static string? Dots(string key)
    {
        List<string> parts = [.. key.Substring(2).Split('.')];
        while (parts.Count > 0 && parts[parts.Count - 1].Length == 0) parts.RemoveAt(parts.Count - 1);
        if (parts.Count == 0) return "empty keys in dot notation";
        List<string> names = [];
        foreach (string part in parts)
        {
            int bracket = part.IndexOf('[');
            if (bracket != 0) names.Add(bracket < 0 ? part : part.Substring(0, bracket));
            if (bracket >= 0 && Indices(part.Substring(bracket + 1), key) is { } error) return error;
        }

        return names.Find(n => n.Any(IsSpace)) is { } spaced ? $"whitespace character is not allowed in dot notation. Use bracket notation: {spaced}" : null;
    }

    private static string? Indices(string rest, string key)
    {
        bool isInside = true;
        while (rest.Length > 0)
        {
            int i = rest.IndexOf(isInside ? ']' : '[');
            if (i < 0) return isInside ? $"'[' found but ']' not found. Invalid syntax: {key}" : $"found more characters after ']'. Invalid syntax: {key}";
            if (isInside && Index(i == 0 ? rest : rest.Substring(0, i), key) is { } error) return error;
            rest = rest.Substring(i + 1);
            isInside = !isInside;
        }

        return null;
    }

    private static string? Brackets(string key)
    {
        string rest = key.Substring(1);
        int count = 0;
        for (bool isInside = false; rest.Length > 0; isInside = !isInside)
        {
            if (!isInside)
            {
                int open = rest.IndexOf('[');
                if (open < 0) return $"found more characters after ']'. Invalid syntax: {key}";
                rest = rest.Substring(open + 1);
            }
            else if (rest[0] is '\'' or '"')
            {
                int end = rest.IndexOf("']", StringComparison.Ordinal);
                if (end < 0 && rest.IndexOf("\"]", StringComparison.Ordinal) < 0) return $"Incomplete bracket. Invalid syntax: {key}";
                if (end < 0) end = rest.IndexOf("\"]", StringComparison.Ordinal);
                if (rest[0] != rest[end]) return $"Mismatched quotes. Invalid syntax: {key}";
                rest = rest.Substring(end + 2);
                count++;
            }
            else
            {
                int end = rest.IndexOf(']');
                if (end < 0) return $"'[' found but ']' not found. Invalid syntax: {key}";
                if (Index(end == 0 ? rest : rest.Substring(0, end), rest) is { } error) return error;
                rest = rest.Substring(end + 1);
                count++;
            }
        }

        return count == 0 ? "empty keys in bracket notation" : null;
    }

    // Ruby's text[0..-1] of an empty index is the whole text.
    private static string? Index(string text, string key)
    {
        if (text == "]") return $"missing array index in '[]'. Invalid syntax: {key}";
        return StrictValues.Error(new FluentdType("integer"), new FluentdDatum.Text(text), "")?.Substring(2);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\v' or '\f' or '\r';
}
