namespace AuditSdk.Semantics.Fluentd.Times;

/// <summary>The directives of formats that Ruby reads times by.</summary>
internal static class FormatDirectives
{
    private const string Known = "AaBbCcDdeFGgHhIjkLlMmNnPpQRrSsTtUuVvWwXxYyZz+%";

    /// <summary>The first directive of a format that Ruby takes as text; null where it knows all.</summary>
    public static string? Unknown(string format)
    {
        for (int i = format.IndexOf('%'); i >= 0 && i + 1 < format.Length; i = format.IndexOf('%', i + 2))
        {
            char directive = format[i + 1];
            if (Known.IndexOf(directive) >= 0 || IsModified(format, i + 1)) continue;
            int end = i + 2;
            while (TimeText.IsDigit(format[end - 1]) && end < format.Length) end++;
            return format.Substring(i, end - i);
        }

        return null;
    }

    // %Ey, %Od, %:z
    private static bool IsModified(string format, int at)
    {
        char next = at + 1 < format.Length ? format[at + 1] : '\0';
        return format[at] switch
        {
            'E' => "cCxXyY".IndexOf(next) >= 0,
            'O' => "deHImMSuUVwWy".IndexOf(next) >= 0,
            ':' => format.Substring(at).TrimStart(':').StartsWith("z", StringComparison.Ordinal),
            _ => false,
        };
    }
}
