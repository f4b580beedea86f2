namespace AuditSdk.Emission;

/// <summary>How a text becomes comment lines that stay comments.</summary>
internal static class YamlComment
{
    // Vertical tab and form feed are not among them: a YAML reader refuses those.
    private static readonly char[] Breaks = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>The lines of a comment, each with its <c>#</c>; every line break that some YAML version knows begins a new one.</summary>
    public static string[] Lines(string text)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(Breaks);
        for (int i = 0; i < lines.Length; i++) lines[i] = ("# " + lines[i]).TrimEnd(' ', '\t');
        return lines;
    }

    /// <summary>The index of the first character that a YAML reader refuses in a comment, or -1. A comment has no escapes.</summary>
    public static int IndexOfRefused(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) i++;
            else if (IsRefused(text[i])) return i;
        }

        return -1;
    }

    private static bool IsRefused(char c) => c switch
    {
        '\t' or '\n' or '\r' or '\u0085' => false,
        < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' => true,
        _ => char.IsSurrogate(c),
    };
}
