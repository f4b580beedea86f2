namespace AuditSdk.Build.Emission;

/// <summary>The last guard of the output folder: names that leave it, or that one of the platforms cannot hold, are refused everywhere.</summary>
internal static class FileName
{
    private const string Forbidden = "\\:*?\"<>|";

    /// <summary>What is wrong with a relative file name; null where nothing is.</summary>
    public static string? Refusal(string name)
    {
        if (name.Length == 0) return "it is empty";
        if (name[0] == '/') return "it starts at the root; give a path relative to the output folder";
        foreach (char c in name)
        {
            if (char.IsControl(c)) return "it holds a control character";
            if (Forbidden.Contains(c, StringComparison.Ordinal)) return c == '\\' ? "use / between folders" : $"{c} cannot be in a file name on every platform";
        }

        foreach (string part in name.Split('/'))
        {
            if (PartRefusal(part) is string refusal) return refusal;
        }

        return null;
    }

    private static string? PartRefusal(string part)
    {
        if (part.Length == 0) return "it has a folder without a name";
        if (part == "..") return "it leaves the output folder";
        if (part == ".") return "it has a folder named . ";
        if (part[^1] is '.' or ' ') return "a name that ends with a dot or blank is another one on Windows";
        return IsDevice(part) ? $"{part} is a device on Windows" : null;
    }

    private static bool IsDevice(string part)
    {
        int dot = part.IndexOf('.', StringComparison.Ordinal);
        string stem = (dot < 0 ? part : part[..dot]).TrimEnd(' ').ToUpperInvariant();
        if (stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$") return true;
        return stem.Length == 4
            && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal))
            && stem[3] is (>= '0' and <= '9') or '\u00b9' or '\u00b2' or '\u00b3';
    }
}
