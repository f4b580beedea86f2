using System.Text.RegularExpressions;

namespace AuditSdk.Build.Emission;

/// <summary>The lines of a C# file on which ids are switched off by <c>#pragma warning disable</c>.</summary>
internal sealed partial class PragmaWarnings
{
    private readonly List<(int Line, bool IsDisabled, string[] Ids)> _directives = [];

    /// <summary>A file without directives.</summary>
    public static PragmaWarnings None { get; } = new();

    /// <summary>Reads a file.</summary>
    public static PragmaWarnings Read(IEnumerable<string> lines)
    {
        PragmaWarnings warnings = new();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Contains("#", StringComparison.Ordinal) && Directive().Match(line) is { Success: true } match)
                warnings._directives.Add((number, match.Groups["action"].Value == "disable", match.Groups["ids"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        }

        return warnings;
    }

    /// <summary>Whether an id is off on a line: the last directive before it that is about the id, or about all, decides.</summary>
    public bool IsDisabled(string id, int line)
    {
        bool disabled = false;
        foreach ((int at, bool isDisabled, string[] ids) in _directives)
        {
            if (at > line) break;
            if (ids.Length == 0 || ids.Contains(id, StringComparer.OrdinalIgnoreCase)) disabled = isDisabled;
        }

        return disabled;
    }

    [GeneratedRegex(@"^\s*#\s*pragma\s+warning\s+(?<action>disable|restore)\b(?<ids>[^/]*)")]
    private static partial Regex Directive();
}
