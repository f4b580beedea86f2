using System.Text.RegularExpressions;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>What can be said of a Ruby regular expression without Ruby.</summary>
internal static class RubyPattern
{
    /// <summary>Ruby's message for a pattern that it refuses; null where there is none, and where only Ruby could tell.</summary>
    public static string? Error(string pattern)
        => RubyEscapes.Error(pattern, out bool isGivenUp) ?? (isGivenUp ? null : new RubyPatternReader(pattern).Error());

    /// <summary>A pattern as Ruby's messages write it between slashes.</summary>
    public static string Slashed(string pattern) => Regex.Replace(pattern, @"\\.|/", m => m.Value == "/" ? "\\/" : m.Value, RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>True where Ruby ties the expression to UTF-8: other characters than ASCII, and properties.</summary>
    public static bool HasFixedEncoding(string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] > '\u007f') return true;
            if (pattern[i] != '\\' || ++i == pattern.Length) continue;
            if (pattern[i] > '\u007f') return true;
            if (pattern[i] is 'p' or 'P') return true;
            if (pattern[i] == 'u' && string.CompareOrdinal(pattern, i + 1, "007f", 0, 4) > 0) return true;
        }

        return false;
    }
}
