using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Ruby;

/// <summary>Regular expressions that Ruby and .NET read in two ways.</summary>
internal static class RegexpDiffersFromDotNet
{
    /// <summary>AUD2094.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2094", "Ruby reads this regular expression otherwise than .NET", FindingSeverity.Info);

    // What it is, and what .NET takes it for.
    private static readonly (string Text, string Meaning)[] Differences =
    [
        ("\\h", "a hexadecimal digit in Ruby, and an error in .NET"),
        ("\\H", "no hexadecimal digit in Ruby, and an error in .NET"),
        ("\\R", "a line break in Ruby, and an error in .NET"),
        ("\\X", "a character with its marks in Ruby, and an error in .NET"),
        ("\\K", "the start of the match in Ruby, and an error in .NET"),
        ("\\g<", "a call of a group in Ruby, and an error in .NET"),
    ];

    /// <summary>Looks at every regular expression.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> told = [];
        foreach (WrittenParameter parameter in context.Written.Where(p => IsRegexp(p)))
        {
            if (Difference(parameter.Text) is not var (text, meaning) || !told.Add(parameter.Origin)) continue;
            findings.Add(Descriptor.At(parameter.Origin, $"'{text}' is {meaning}. What was tried in .NET does not hold here: write it without, or try it with Ruby."));
        }
    }

    private static bool IsRegexp(WrittenParameter parameter) => parameter.Schema.Type.Name == "regexp" || (parameter.Text.Length > 2 && parameter.Text[0] == '/' && parameter.Key is "expression" or "format");

    private static (string Text, string Meaning)? Difference(string pattern)
    {
        for (int at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
            {
                if (Array.Find(Differences, d => string.CompareOrdinal(pattern, at, d.Text, 0, d.Text.Length) == 0) is { Text: not null } found) return found;
                at++;
            }
            else if (Balancing(pattern, at) is { } group)
            {
                return (group, "a group of that name in Ruby, and in .NET one that takes another back");
            }
        }

        return null;
    }

    // (?<a-b>
    private static string? Balancing(string pattern, int at)
    {
        if (string.CompareOrdinal(pattern, at, "(?<", 0, 3) != 0 || at + 3 >= pattern.Length || pattern[at + 3] is '=' or '!') return null;
        int end = pattern.IndexOf('>', at);
        return end > 0 && pattern.IndexOf('-', at, end - at) > 0 ? pattern.Substring(at, end - at + 1) : null;
    }
}
