using System.Globalization;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>The <c>labelSelector</c> of a list. The policy never sees it, but one that cannot be read hides the name of a field selector.</summary>
internal sealed class LabelSelector
{
    private const string End = "";

    private readonly List<string> _tokens;
    private int _next;

    private LabelSelector(List<string> tokens) => _tokens = tokens;

    public static bool IsValid(string selector) => new LabelSelector(Tokens(selector)).Requirements();

    private static List<string> Tokens(string text)
    {
        List<string> tokens = [];
        for (int i = 0; i < text.Length;)
        {
            int start = i++;
            if (IsSpace(text[start])) continue;
            if (IsSpecial(text[start]))
            {
                if (text[start] is '=' or '!' && i < text.Length && text[i] == '=') i++;
            }
            else
            {
                while (i < text.Length && !IsSpace(text[i]) && !IsSpecial(text[i])) i++;
            }

            tokens.Add(text.Substring(start, i - start));
        }

        return tokens;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsSpecial(char c) => c is '=' or '!' or '(' or ')' or ',' or '>' or '<';

    private static bool IsWord(string token) => token.Length > 0 && !IsSpecial(token[0]);

    private string Peek() => _next < _tokens.Count ? _tokens[_next] : End;

    private string Take() => _next < _tokens.Count ? _tokens[_next++] : End;

    private bool Requirements()
    {
        if (Peek() == End) return true;
        while (Requirement())
        {
            switch (Take())
            {
                case End: return true;
                case "," when IsWord(Peek()) || Peek() == "!": continue;
                default: return false;
            }
        }

        return false;
    }

    private bool Requirement()
    {
        bool negated = Peek() == "!";
        if (negated) Take();
        string key = Take();
        if (!IsWord(key) || !IsKey(key)) return false;
        if (negated || Peek() is End or ",") return true;
        string op = Take();
        return op switch
        {
            "in" or "notin" => Take() == "(" && Values(),
            "=" or "==" or "!=" => ExactValue(out string value) && IsValue(value),
            ">" or "<" => ExactValue(out string value) && IsValue(value) && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
    }

    private bool ExactValue(out string value)
    {
        value = Peek() is End or "," ? "" : Take();
        return value.Length == 0 || IsWord(value);
    }

    /// <summary>Words between commas, of which each may be missing.</summary>
    private bool Values()
    {
        bool word = false;
        while (true)
        {
            string token = Take();
            if (token == ")") return true;
            if (token == ",")
            {
                word = false;
            }
            else if (!word && IsWord(token) && IsValue(token))
            {
                word = true;
            }
            else
            {
                return false;
            }
        }
    }

    private static bool IsKey(string key)
    {
        int slash = key.IndexOf('/');
        string name = key.Substring(slash + 1);
        return name.Length > 0 && IsValue(name) && (slash < 0 || IsDnsName(key.Substring(0, slash)));
    }

    private static bool IsValue(string value)
    {
        if (value.Length == 0) return true;
        if (value.Length > 63 || !IsAlphanumeric(value[0]) || !IsAlphanumeric(value[value.Length - 1])) return false;
        return value.All(c => IsAlphanumeric(c) || c is '-' or '_' or '.');
    }

    private static bool IsDnsName(string name)
        => name.Length is > 0 and <= 253 && name.Split('.').All(label => label.Length > 0
            && label[0] != '-' && label[label.Length - 1] != '-' && label.All(c => c is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9')));

    private static bool IsAlphanumeric(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
