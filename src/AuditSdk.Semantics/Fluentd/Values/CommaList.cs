namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>Ruby's <c>strip.split(/\s*,\s*/)</c>.</summary>
internal static class CommaList
{
    /// <summary>The texts between commas.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isWhole">False where empty texts at the end were dropped.</param>
    public static IReadOnlyList<string> Split(string text, out bool isWhole)
    {
        text = text.Trim(' ', '\t', '\n', '\v', '\f', '\r', '\0');
        List<string> parts = [];
        int start = 0;
        for (int comma = text.IndexOf(','); comma >= 0; comma = text.IndexOf(',', start))
        {
            int end = comma;
            while (end > start && RubyNumber.IsBlank(text[end - 1])) end--;
            parts.Add(text.Substring(start, end - start));
            start = comma + 1;
            while (start < text.Length && RubyNumber.IsBlank(text[start])) start++;
        }

        parts.Add(text.Substring(start));
        isWhole = text.Length == 0 || parts[parts.Count - 1].Length > 0;
        while (parts.Count > 0 && parts[parts.Count - 1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return parts;
    }
}
