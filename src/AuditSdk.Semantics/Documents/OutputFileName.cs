namespace AuditSdk.Semantics.Documents;

/// <summary>Which file names may be written: relative, inside the output folder, and the same file on every platform.</summary>
public static class OutputFileName
{
    private const string Forbidden = "\\:*?\"<>|";

    /// <summary>Why a name cannot be written, as the second half of a sentence; null where it can.</summary>
    /// <param name="name">Relative to the output folder; <c>/</c> separates folders.</param>
    public static string? Refusal(string name)
    {
        if (name.Length == 0) return "is empty";
        if (name.Length > 240) return "is longer than 240 characters";
        if (name[0] == '/') return "starts at the root; it must be relative to the output folder";
        foreach (char c in name)
        {
            if (char.IsControl(c)) return $"holds the control character U+{(int)c:X4}";
            if (char.IsSurrogate(c)) return "holds a character that not every platform takes";
            if (Forbidden.IndexOf(c) >= 0) return c == '\\' ? "holds a backslash; use / between folders" : $"holds the character {c}, which not every platform takes";
        }

        foreach (string segment in name.Split('/'))
        {
            if (SegmentRefusal(segment) is { } reason) return reason;
        }

        return null;
    }

    private static string? SegmentRefusal(string segment)
    {
        if (segment.Length == 0) return "has a folder without a name";
        if (segment == "..") return "leaves the output folder";
        if (segment == ".") return "has a folder named .";
        if (segment[segment.Length - 1] is '.' or ' ' || segment[0] == ' ') return "begins or ends in a blank or ends in a dot, which makes it another name on Windows";
        return IsDevice(segment) ? $"has the name {segment}, which is a device on Windows" : null;
    }

    private static bool IsDevice(string segment)
    {
        string stem = segment.Split('.')[0].TrimEnd(' ').ToUpperInvariant();
        if (stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$") return true;
        return stem.Length == 4
            && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal))
            && stem[3] is (>= '0' and <= '9') or '\u00b9' or '\u00b2' or '\u00b3';
    }
}
