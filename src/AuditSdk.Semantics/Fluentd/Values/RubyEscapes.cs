namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>The escapes of bytes and code points in a pattern, which Ruby resolves before it reads the rest.</summary>
internal static class RubyEscapes
{
    /// <summary>Ruby's message; null where there is none.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isGivenUp">True where only Ruby can tell: control and meta characters, lists of code points.</param>
    public static string? Error(string pattern, out bool isGivenUp)
    {
        isGivenUp = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '\\') continue;
            if (++i == pattern.Length) return "too short escape sequence";
            switch (pattern[i])
            {
                case 'c' or 'C' or 'M':
                case 'u' when i + 1 < pattern.Length && pattern[i + 1] == '{':
                    isGivenUp = true;
                    return null;
                case 'x' when Digits(pattern, i + 1) == 0: return "invalid hex escape";
                case 'x' when Digits(pattern, i + 1) >= 2 && pattern[i + 1] >= '8':
                    isGivenUp = true;
                    return null;
                case 'u' when i + 1 == pattern.Length: return "too short escape sequence";
                case 'u' when Digits(pattern, i + 1) < 4: return "invalid Unicode escape";
            }
        }

        return null;
    }

    private static int Digits(string pattern, int at)
    {
        int count = 0;
        while (at + count < pattern.Length && Uri.IsHexDigit(pattern[at + count])) count++;
        return count;
    }
}
