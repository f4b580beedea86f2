using System.Globalization;
using System.Text;

namespace AuditSdk.Emission;

/// <summary>
/// How a string is written in YAML so that kube-apiserver, which reads YAML 1.1, gets the same string back. Plain only for what no reader takes for anything else;
/// else in double quotes, with JSON's escapes: those are the forms recorded from the server.
/// </summary>
internal static class YamlScalar
{
    /// <summary>The string as a YAML scalar, plain where that is surely a string.</summary>
    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>True for a string that stays one without quotes, in block and flow: it begins with a letter, has no indicator in it and is no word with a meaning.</summary>
    public static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsAsciiLetter(text[0]) || !char.IsAsciiLetterOrDigit(text[^1])) return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '/')) return false;
        }

        return !IsWord(text);
    }

    /// <summary>The string in double quotes, always on one line.</summary>
    /// <exception cref="ArgumentException">The string has a surrogate without its other half, which no encoding can carry.</exception>
    public static string Quoted(string text)
    {
        StringBuilder quoted = new(text.Length + 2);
        quoted.Append('"');
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) AppendCharacter(quoted, text, i);
        return quoted.Append('"').ToString();
    }

    private static void AppendCharacter(StringBuilder quoted, string text, int index)
    {
        // Throws for half a pair.
        int point = char.ConvertToUtf32(text, index);
        switch (point)
        {
            case '"': quoted.Append("\\\""); break;
            case '\\': quoted.Append(@"\\"); break;
            case '\n': quoted.Append(@"\n"); break;
            case '\r': quoted.Append(@"\r"); break;
            case '\t': quoted.Append(@"\t"); break;
            case var _ when !IsEscaped(point): quoted.Append(text, index, point > 0xFFFF ? 2 : 1); break;
            case <= 0xFFFF: quoted.Append(@"\u").Append(point.ToString("x4", CultureInfo.InvariantCulture)); break;
            default: quoted.Append(@"\U").Append(point.ToString("x8", CultureInfo.InvariantCulture)); break;
        }
    }

    // What the server refuses raw, and what a reviewer cannot see or would see in another order. Fixed ranges: Unicode tables differ between runtimes.
    private static bool IsEscaped(int point) => point switch
    {
        < 0x20 or (>= 0x7F and <= 0xA0) or 0xAD => true,
        0x061C or 0x180E or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202F) or (>= 0x2060 and <= 0x206F) => true,
        0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => (point & 0xFFFE) == 0xFFFE,
    };

    // Words of YAML 1.1 in any case, though readers know three spellings of each only.
    private static bool IsWord(string text) => text.Length <= 5 && text.ToUpperInvariant() is
        "Y" or "N" or "YES" or "NO" or "ON" or "OFF" or "TRUE" or "FALSE" or "NULL" or "NAN" or "INF";
}
