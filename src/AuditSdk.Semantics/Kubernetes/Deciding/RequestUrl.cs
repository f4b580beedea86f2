using System.Text;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>A URL as Go's HTTP server takes it apart: the path unescaped, the query as pairs, of which broken ones are dropped.</summary>
internal sealed record RequestUrl(string Path, IReadOnlyList<(string Key, string Value)> Query)
{
    public static RequestUrl Parse(string url)
    {
        string rest = WithoutHost(Before(url, '#'));
        string path = Before(rest, '?');
        if (Unescape(path, plusIsSpace: false) is not { } plain)
            throw new ArgumentException($"The URL '{url}' has a '%' that two hexadecimal digits do not follow. Write a percent sign as %25.", nameof(url));
        return new(plain, path.Length == rest.Length ? [] : [.. Pairs(rest.Substring(path.Length + 1))]);
    }

    /// <summary>The first value of a key; null where the query has none.</summary>
    public string? First(string key)
    {
        foreach ((string k, string value) in Query)
        {
            if (k == key) return value;
        }

        return null;
    }

    private static string Before(string text, char end)
    {
        int at = text.IndexOf(end);
        return at < 0 ? text : text.Substring(0, at);
    }

    private static string WithoutHost(string url)
    {
        int scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || url.IndexOf('/') != scheme + 1) return url;
        int path = url.IndexOfAny(['/', '?'], scheme + 3);
        return path < 0 ? "" : url.Substring(path);
    }

    private static IEnumerable<(string, string)> Pairs(string query)
    {
        foreach (string pair in query.Split('&'))
        {
            // A semicolon was a separator once; Go drops the pair that has one.
            if (pair.Length == 0 || pair.IndexOf(';') >= 0) continue;
            string key = Before(pair, '=');
            string value = key.Length == pair.Length ? "" : pair.Substring(key.Length + 1);
            if (Unescape(key, plusIsSpace: true) is { } k && Unescape(value, plusIsSpace: true) is { } v) yield return (k, v);
        }
    }

    /// <summary>Null where an escape is broken.</summary>
    private static string? Unescape(string text, bool plusIsSpace)
    {
        if (plusIsSpace) text = text.Replace('+', ' ');
        if (text.IndexOf('%') < 0) return text;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b == '%')
            {
                if (i + 2 >= bytes.Length || HexDigit(bytes[i + 1]) < 0 || HexDigit(bytes[i + 2]) < 0) return null;
                b = (byte)((HexDigit(bytes[i + 1]) << 4) | HexDigit(bytes[i + 2]));
                i += 2;
            }

            bytes[length++] = b;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
