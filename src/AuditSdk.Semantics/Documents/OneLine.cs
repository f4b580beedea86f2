using System.Text;

namespace AuditSdk.Semantics.Documents;

/// <summary>Text as one line of a message.</summary>
internal static class OneLine
{
    /// <summary>Control characters, line separators and surrogates become <c>\uXXXX</c>.</summary>
    public static string Of(string text)
    {
        StringBuilder line = new(text.Length);
        foreach (char c in text) _ = char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? line.Append($"\\u{(int)c:x4}") : line.Append(c);
        return line.ToString();
    }
}
