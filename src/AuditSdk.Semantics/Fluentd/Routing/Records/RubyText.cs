using System.Text;

namespace AuditSdk.Semantics.Fluentd.Routing.Records;

/// <summary>Methods of Ruby's strings.</summary>
internal static class RubyText
{
    /// <summary><c>split('.')</c>: nothing at the end is no part, and nothing at all has none.</summary>
    public static IReadOnlyList<string> Parts(string tag)
    {
        List<string> parts = [.. tag.Split('.')];
        while (parts.Count > 0 && parts[parts.Count - 1].Length == 0) parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    /// <summary><c>scrub('?')</c>: half a character stands for bytes that are none.</summary>
    public static string Scrub(string text)
    {
        StringBuilder? scrubbed = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (char.IsSurrogate(text[i]) && !isPair) (scrubbed ??= new StringBuilder(text))[i] = '?';
            if (isPair) i++;
        }

        return scrubbed?.ToString() ?? text;
    }

    /// <summary><c>capitalize</c>.</summary>
    /// <exception cref="UndecidedException">A letter beyond ASCII has cases, which Ruby's tables know.</exception>
    public static string Capitalize(string text)
    {
        StringBuilder capitalized = new(text);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c > 127 && (char.IsSurrogate(c) || char.ToUpperInvariant(c) != char.ToLowerInvariant(c) || char.IsLower(c))) throw new UndecidedException("capitalize of letters beyond ASCII");
            if (c <= 127) capitalized[i] = i == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c);
        }

        return capitalized.ToString();
    }
}
