namespace AuditSdk.Build;

/// <summary>The compiler's path map, backwards: a deterministic build records <c>/_/infra/Prod.cs</c>, which nobody can click.</summary>
internal sealed class PathMap
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    /// <summary>A path map as in the MSBuild property: <c>real=recorded</c> pairs, comma separated, commas and equal signs doubled.</summary>
    public PathMap(string? text)
    {
        if (text is null) return;
        foreach (string pair in Split(text, ','))
        {
            List<string> sides = Split(pair, '=');
            if (sides.Count == 2 && sides[1].Length > 0) _pairs.Add(new(Unescape(sides[0]), Unescape(sides[1])));
        }
    }

    /// <summary>The file as it is on this machine.</summary>
    public string ToReal(string path)
    {
        string? first = null;
        foreach ((string real, string recorded) in _pairs)
        {
            if (!path.StartsWith(recorded, StringComparison.Ordinal)) continue;
            string candidate = real + path[recorded.Length..];
            if (File.Exists(candidate)) return candidate;
            first ??= candidate;
        }

        return first ?? path;
    }

    private static string Unescape(string text) => text.Replace(",,", ",", StringComparison.Ordinal).Replace("==", "=", StringComparison.Ordinal);

    private static List<string> Split(string text, char separator)
    {
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != separator) continue;
            if (i + 1 < text.Length && text[i + 1] == separator)
            {
                i++;
                continue;
            }

            parts.Add(text[start..i].Trim());
            start = i + 1;
        }

        parts.Add(text[start..].Trim());
        return parts;
    }
}
