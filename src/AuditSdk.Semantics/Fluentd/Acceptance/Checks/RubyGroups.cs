namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>Groups of a Ruby regular expression.</summary>
internal static class RubyGroups
{
    /// <summary>True where a group has a name.</summary>
    public static bool HasNamed(string pattern)
    {
        int depth = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\') i++;
            else if (c == '[') depth++;
            else if (c == ']' && depth > 0) depth--;
            else if (c == '(' && depth == 0 && IsNamed(pattern, i + 1)) return true;
        }

        return false;
    }

    private static bool IsNamed(string pattern, int i)
        => i + 2 < pattern.Length && pattern[i] == '?' && (pattern[i + 1] == '\'' || (pattern[i + 1] == '<' && pattern[i + 2] is not ('=' or '!')));
}
