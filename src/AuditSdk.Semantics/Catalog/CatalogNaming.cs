using System.Text;

namespace AuditSdk.Semantics.Catalog;

/// <summary>The C# names of what a catalog declares, where the catalog gives none with <c>as</c>. Every name is one that C# accepts.</summary>
public static class CatalogNaming
{
    // Public endings of group names that say nothing about the group.
    private static readonly HashSet<string> PublicSuffixes = new(
        ["k8s", "x-k8s", "io", "com", "org", "dev", "net", "app", "sh", "cloud", "ai", "co", "cn", "de", "eu", "gov", "edu"], StringComparer.Ordinal);

    private static readonly string[] KindSuffixes =
        ["input", "output", "filter", "parser", "formatter", "buffer", "storage", "service_discovery"];

    /// <summary>Words joined in Pascal case: <c>time_key</c> is <c>TimeKey</c>. Whatever is neither an ASCII letter nor a digit parts words.</summary>
    /// <param name="text">A name as fluentd or Kubernetes reads it.</param>
    public static string Pascal(string text)
    {
        StringBuilder name = new(text.Length + 1);
        bool atStart = true;
        foreach (char c in text)
        {
            if (!IsAsciiLetterOrDigit(c))
            {
                atStart = true;
                continue;
            }

            // 1_1 is not 11.
            if (atStart && name.Length > 0 && IsDigit(c) && IsDigit(name[name.Length - 1])) name.Append('_');
            if (name.Length == 0 && IsDigit(c)) name.Append('_');
            name.Append(atStart ? char.ToUpperInvariant(c) : c);
            atStart = false;
        }

        return name.Length == 0 ? "Unnamed" : name.ToString();
    }

    /// <summary>The class of a plugin: <c>tail</c> of kind input is <c>TailInput</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="type">The <c>@type</c>.</param>
    public static string PluginClass(string kind, string type)
    {
        if (kind == "system") return Pascal(type) + "Settings";
        string name = Pascal(type) + Pascal(kind);
        return name.StartsWith("Raw", StringComparison.Ordinal) && KindSuffixes.Any(k => name == "Raw" + Pascal(k)) ? name + "Plugin" : name;
    }

    /// <summary>The member of a parameter before other members are looked at.</summary>
    internal static string Parameter(string name, bool legacy) => legacy ? "Legacy" + Pascal(name) : Pascal(name);

    /// <summary>The member of a section before other members are looked at.</summary>
    internal static string Section(string name, bool multi) => multi ? Plural(Pascal(name)) : Pascal(name);

    /// <summary>The member of a resource before other members are looked at: the casing of its kind laid over its plural (<c>configmaps</c> and <c>ConfigMap</c> are <c>ConfigMaps</c>).</summary>
    internal static string Resource(string plural, string kind)
    {
        if (plural.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) return Joined(kind, plural.Substring(kind.Length));
        int stem = kind.Length - 1;
        bool replacesY = stem > 0 && kind[stem] is 'y' or 'Y' && plural.StartsWith(kind.Substring(0, stem), StringComparison.OrdinalIgnoreCase);
        return replacesY ? Joined(kind.Substring(0, stem), plural.Substring(stem)) : Pascal(plural);
    }

    /// <summary>The class of a group before other names are looked at: what stands before the public suffix (<c>cert-manager.io</c> is <c>CertManager</c>).</summary>
    internal static string Group(string group)
    {
        if (group.Length == 0) return "Core";
        string[] labels = group.Split('.');
        int end = labels.Length;
        while (end > 1 && PublicSuffixes.Contains(labels[end - 1])) end--;
        return Pascal(string.Join(".", labels.Take(end)));
    }

    /// <summary>The members of an enumeration, in the order of its values, no two alike.</summary>
    /// <param name="values">The values as fluentd reads them.</param>
    public static IReadOnlyList<string> EnumMembers(IEnumerable<string> values)
    {
        UniqueNames names = new(CatalogReserved.Object, suffix: "Value");
        return [.. values.Select(v => names.Take(Pascal(v)))];
    }

    /// <summary>True for a name in Pascal case that may follow <c>as</c>: A to Z first, then letters, digits and underscores.</summary>
    /// <param name="name">The name.</param>
    public static bool IsClrName(string name) => name.Length > 0 && name[0] is >= 'A' and <= 'Z' && name.All(c => IsAsciiLetterOrDigit(c) || c == '_');

    internal static string Plural(string word)
    {
        if (word.EndsWith("s", StringComparison.Ordinal) && !word.EndsWith("ss", StringComparison.Ordinal)) return word;
        if (word.EndsWith("y", StringComparison.Ordinal) && word.Length > 1 && word[word.Length - 2] is not ('a' or 'e' or 'i' or 'o' or 'u')) return word.Substring(0, word.Length - 1) + "ies";
        return word + (new[] { "ss", "x", "ch", "sh" }.Any(e => word.EndsWith(e, StringComparison.Ordinal)) ? "es" : "s");
    }

    private static string Joined(string stem, string ending) => Pascal(stem + ending);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') || IsDigit(c);
}
