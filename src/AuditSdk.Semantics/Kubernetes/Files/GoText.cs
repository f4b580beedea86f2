using System.Globalization;
using System.Text;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>Texts as Go prints them in error messages.</summary>
internal static class GoText
{
    /// <summary>Go's <c>%q</c>: what cannot be printed is escaped.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            int code = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? char.ConvertToUtf32(c, text[i + 1]) : c;
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (code == ' ' || IsPrinted(text, i)) quoted.Append(char.ConvertFromUtf32(char.IsSurrogate(c) && code == c ? 0xFFFD : code));
            else quoted.Append(Escaped(code));
            if (code > 0xFFFF) i++;
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>As Go's encoder writes a JSON text: safe inside HTML.</summary>
    public static string Json(string text)
    {
        StringBuilder json = new("\"");
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair) json.Append(c).Append(text[++i]);
            else json.Append(Written(c));
        }

        return json.Append('"').ToString();
    }

    private static string Written(char c) => c switch
    {
        '"' or '\\' => "\\" + c,
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        >= '\ud800' and <= '\udfff' => "\ufffd",
        _ => c.ToString(),
    };

    private static string Escaped(int code) => code switch
    {
        '\a' => "\\a",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        < 0x20 or 0x7F => "\\x" + code.ToString("x2", CultureInfo.InvariantCulture),
        <= 0xFFFF => "\\u" + code.ToString("x4", CultureInfo.InvariantCulture),
        _ => "\\U" + code.ToString("x8", CultureInfo.InvariantCulture),
    };

    private static bool IsPrinted(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        _ => true,
    };
}
