using System.Text;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The <c>fieldSelector</c> of a list: terms with =, == or !=, separated by commas; a backslash escapes a comma, an equals sign or itself.</summary>
internal static class FieldSelector
{
    private static readonly string[] Operators = ["!=", "==", "="];

    /// <summary>The value that a field has to have; null where the selector asks for none or cannot be read.</summary>
    public static string? ExactValue(string selector, string field)
    {
        List<string> terms = Terms(selector);
        // The server sorts the terms; of two for the same field the first in this order counts.
        terms.Sort(StringComparer.Ordinal);
        string? found = null;
        foreach (string term in terms)
        {
            if (term.Length == 0) continue;
            if (!Split(term, out string name, out string op, out string escaped) || Unescape(escaped) is not { } value) return null;
            if (op != "!=" && name == field) found ??= value;
        }

        return found;
    }

    private static List<string> Terms(string selector)
    {
        List<string> terms = [];
        int start = 0;
        for (int i = 0; i < selector.Length; i++)
        {
            if (selector[i] == '\\')
            {
                i++;
            }
            else if (selector[i] == ',')
            {
                terms.Add(selector.Substring(start, i - start));
                start = i + 1;
            }
        }

        terms.Add(selector.Substring(start));
        return terms;
    }

    private static bool Split(string term, out string name, out string op, out string value)
    {
        for (int i = 0; i < term.Length; i++)
        {
            foreach (string candidate in Operators)
            {
                if (string.CompareOrdinal(term, i, candidate, 0, candidate.Length) != 0) continue;
                (name, op, value) = (term.Substring(0, i), candidate, term.Substring(i + candidate.Length));
                return true;
            }
        }

        (name, op, value) = ("", "", "");
        return false;
    }

    private static string? Unescape(string text)
    {
        StringBuilder value = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ',' or '=') return null;
            if (c == '\\')
            {
                if (++i == text.Length || text[i] is not ('\\' or ',' or '=')) return null;
                c = text[i];
            }

            value.Append(c);
        }

        return value.ToString();
    }
}
