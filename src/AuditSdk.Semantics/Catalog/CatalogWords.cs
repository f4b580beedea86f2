namespace AuditSdk.Semantics.Catalog;

/// <summary>The words of the catalog language, and what they may stand for.</summary>
internal static class CatalogWords
{
    public static readonly IReadOnlyList<string> PluginKinds = ["input", "output", "filter", "parser", "formatter", "buffer", "storage", "service_discovery", "system"];

    public static readonly IReadOnlyList<string> Types = ["string", "integer", "float", "size", "time", "bool", "array", "hash", "enum", "regexp", "symbol", "label", "custom"];

    public static readonly IReadOnlyList<string> ElementTypes = ["string", "integer", "float", "size", "time", "bool", "regexp", "symbol"];

    /// <summary>A name of fluentd: anything that can stand in a line of its configuration without quotes.</summary>
    public static bool IsFluentdName(string text) => text.Length > 0 && text[0] != '@' && text.All(c => c > ' ' && c != '\u007F' && !char.IsControl(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c) && c is not ('"' or '\'' or '#' or '<' or '>' or '\\' or '(' or ')'));

    /// <summary>A parameter's name; <c>@type</c> is one where a section that is no plugin reads it.</summary>
    public static bool IsParameterName(string text) => IsFluentdName(text) || text == "@type";

    /// <summary>A section's name: fluentd reads letters, digits and underscores.</summary>
    public static bool IsSectionName(string text) => text.Length > 0 && text.All(c => IsLetterOrDigit(c) || c == '_');

    public static bool IsGroupName(string text) => text.All(c => IsLowerOrDigit(c) || c is '.' or '-');

    public static bool IsResourceName(string text) => text.Length > 0 && IsGroupName(text);

    public static bool IsKind(string text) => text.Length > 0 && text.All(IsLetterOrDigit);

    public static bool IsVersion(string text) => text.Length > 0 && text.Split('.').All(p => p.Length is > 0 and < 9 && p.All(c => c is >= '0' and <= '9'));

    public static bool IsEnumValue(string text) => IsFluentdName(text) && text.IndexOf('@') < 0;

    /// <summary>Of the words the one that was meant, or null where none is near.</summary>
    public static string? Nearest(string text, IEnumerable<string> words)
    {
        if (text.Length > 24) return null;
        string[] all = [.. words];
        (string word, int distance) = all.Select(w => (w, Distance(text, w))).OrderBy(w => w.Item2).ThenBy(w => w.w, StringComparer.Ordinal).FirstOrDefault();
        return word is not null && distance <= Math.Max(1, word.Length / 3) && !SaysAnother(text, word, all) ? word : null;
    }

    // include_time_key is not a misspelt include_tag_key: "time" is spelt right, as others of the names have it, and far from "tag".
    private static bool SaysAnother(string text, string word, string[] words)
    {
        string[] parts = text.Split('_'), meant = word.Split('_');
        return parts.Length > 1 && parts.Length == meant.Length
            && parts.Zip(meant, (part, other) => part != other && Distance(part, other) > Math.Max(1, other.Length / 2) && words.Any(w => w.Split('_').Contains(part))).Any(says => says);
    }

    private static bool IsLowerOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static bool IsLetterOrDigit(char c) => IsLowerOrDigit(c) || c is >= 'A' and <= 'Z';

    // Edits that turn one word into the other: a letter more, less or another, or two neighbours swapped.
    private static int Distance(string from, string to)
    {
        int[] before = [], last = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int[] row = new int[to.Length + 1];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                row[j] = Math.Min(last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last) = (last, row);
        }

        return last[to.Length];
    }
}
