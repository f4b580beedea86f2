namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

/// <summary>Bytes of a file that are no UTF-8, kept in the text as the low surrogates U+DC80 to U+DCFF, which no decoded text has alone. go-yaml says of each what is wrong with it.</summary>
internal static class RawBytes
{
    private const int First = 0xDC00;

    /// <summary>What go-yaml says of the byte at an offset; null where there is none.</summary>
    public static string? Problem(string text, int offset)
    {
        if (At(text, offset) is not { } lead) return null;
        int width = lead switch { < 0xC0 => 0, < 0xE0 => 2, < 0xF0 => 3, < 0xF8 => 4, _ => 0 };
        if (width == 0) return "invalid leading UTF-8 octet";
        int value = lead & (0xFF >> (width + 1));
        for (int i = 1; i < width; i++)
        {
            if (offset + i >= text.Length) return "incomplete UTF-8 octet sequence";
            if (At(text, offset + i) is not (< 0xC0 and { } next)) return "invalid trailing UTF-8 octet";
            value = (value << 6) | (next & 0x3F);
        }

        bool isTooLong = value < width switch { 2 => 0x80, 3 => 0x800, _ => 0x10000 };
        return isTooLong ? "invalid length of a UTF-8 sequence" : "invalid Unicode character";
    }

    private static int? At(string text, int offset) => offset < text.Length && text[offset] is >= '\udc80' and <= '\udcff' ? text[offset] - First : null;
}
