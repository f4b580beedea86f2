namespace AuditSdk.Semantics.Documents;

/// <summary>Which file names may be written: relative, inside the output folder, and the same file on every platform.</summary>
public static class OutputFileName
{
    private static readonly HashSet<string> ReservedOnWindows = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>Why a name cannot be written, as the second half of a sentence; null where it can.</summary>
    /// <param name="name">Relative to the output folder; <c>/</c> separates folders.</param>
    public static string? Refusal(string name)
    {
        if (name.Length == 0) return "is empty";
        if (name.Length > 240) return "is longer than 240 characters";
        if (name[0] == '/') return "is absolute; it must be relative to the output folder";
        foreach (string segment in name.Split('/'))
        {
            if (SegmentRefusal(segment) is { } reason) return reason;
        }

        return null;
    }

    private static string? SegmentRefusal(string segment)
    {
        if (segment.Length == 0) return "has an empty folder name";
        if (segment is "." or "..") return "leaves the output folder";
        if (segment[segment.Length - 1] is '.' or ' ' || segment[0] == ' ') return "has a name that begins or ends in a blank or ends in a dot, which Windows drops";
        foreach (char c in segment)
        {
            if (c < ' ' || c == '\u007f') return $"has the control character U+{(int)c:X4}";
            if (c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|') return $"has the character {c}, which not every platform takes";
            if (char.IsSurrogate(c)) return "has a character that not every platform takes";
        }

        return ReservedOnWindows.Contains(segment.Split('.')[0]) ? $"has the name {segment}, which Windows reserves" : null;
    }
}
