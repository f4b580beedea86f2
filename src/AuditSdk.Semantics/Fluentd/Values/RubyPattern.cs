namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>What can be said of a Ruby regular expression without Ruby.</summary>
internal static class RubyPattern
{
    /// <summary>Ruby's message for brackets that do not close or a backslash at the end; null where there is none, and where only Ruby's whole grammar could tell.</summary>
    public static string? Error(string pattern)
    {
        int open = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    if (++i == pattern.Length) return "too short escape sequence";
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    if (i < 0) return "premature end of char-class";
                    break;
                case '(':
                    if (IsOptionOrComment(pattern, i)) return null;
                    open++;
                    break;
                case ')':
                    if (--open < 0) return "unmatched close parenthesis";
                    break;
            }
        }

        return open > 0 ? "end pattern with unmatched parenthesis" : null;
    }

    /// <summary>True where Ruby ties the expression to UTF-8: other characters than ASCII, and properties.</summary>
    public static bool HasFixedEncoding(string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] > '\u007f') return true;
            if (pattern[i] != '\\' || ++i == pattern.Length) continue;
            if (pattern[i] is 'p' or 'P') return true;
            if (pattern[i] == 'u' && string.CompareOrdinal(pattern, i + 1, "007f", 0, 4) > 0) return true;
        }

        return false;
    }

    // "(?x" turns comments on, in which brackets mean nothing; so does "(?#".
    private static bool IsOptionOrComment(string pattern, int open)
    {
        if (open + 2 >= pattern.Length || pattern[open + 1] != '?') return false;
        int i = open + 2;
        if (pattern[i] == '#') return true;
        while (i < pattern.Length && pattern[i] is 'i' or 'm' or 'a' or 'u' or 'd') i++;
        return i < pattern.Length && pattern[i] == 'x';
    }

    // The place of the closing bracket; classes nest, and a bracket right behind the opening one is a character.
    private static int EndOfClass(string pattern, int open)
    {
        int depth = 0;
        for (int i = open; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\')
            {
                i++;
            }
            else if (c == '[')
            {
                depth++;
                if (i + 1 < pattern.Length && pattern[i + 1] == '^') i++;
                if (i + 1 < pattern.Length && pattern[i + 1] == ']' && pattern.IndexOf(']', i + 2) >= 0) i++;
            }
            else if (c == ']' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
