using System.Text;
using System.Text.RegularExpressions;

namespace AuditSdk.Cli.Fluentd;

/// <summary>Files by a pattern, as Ruby's <c>Dir.glob</c> finds them for an <c>@include</c>: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>{a,b}</c> in a part of the path, <c>**/</c> for any folders; hidden files only where the pattern says so. Sorted by code point.</summary>
internal static class FileGlob
{
    private static readonly char[] Special = ['*', '?', '[', '{'];

    public static IReadOnlyList<string> Files(string pattern)
    {
        List<string> files = [];
        foreach (string alternative in Braces(pattern)) files.AddRange(Walk(alternative.StartsWith('/') ? "/" : "", alternative.Split('/', StringSplitOptions.RemoveEmptyEntries).AsMemory()));
        return [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Walk(string folder, ReadOnlyMemory<string> parts)
    {
        if (parts.Length == 0) return [];
        string part = parts.Span[0];
        ReadOnlyMemory<string> rest = parts[1..];
        if (part == "**" && rest.Length > 0) return Walk(folder, rest).Concat(Named(folder, "*", Directory.EnumerateDirectories).SelectMany(f => Walk(f + "/", parts)));
        if (rest.Length == 0) return Named(folder, part, Directory.EnumerateFiles);
        return part.IndexOfAny(Special) < 0 ? Walk(folder + part + "/", rest) : Named(folder, part, Directory.EnumerateDirectories).SelectMany(f => Walk(f + "/", rest));
    }

    private static IEnumerable<string> Named(string folder, string part, Func<string, IEnumerable<string>> list)
    {
        string place = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(place)) return [];
        if (part.IndexOfAny(Special) < 0) return File.Exists(folder + part) ? [folder + part] : [];
        Regex name = new(Expression(part), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return list(place).Select(f => Path.GetFileName(f)).Where(f => (f[0] != '.' || part[0] == '.') && name.IsMatch(f)).Select(f => folder + f);
    }

    private static string Expression(string part)
    {
        StringBuilder expression = new(@"\A");
        for (int i = 0; i < part.Length; i++)
        {
            int end = part[i] == '[' ? part.IndexOf(']', i + 2 < part.Length ? i + 2 : i) : -1;
            if (end > 0)
            {
                string set = part[(i + 1)..end].Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal);
                expression.Append('[').Append(set[0] == '!' ? "^" + set[1..] : set).Append(']');
                i = end;
            }
            else
            {
                expression.Append(part[i] switch { '*' => ".*", '?' => ".", var c => Regex.Escape(c.ToString()) });
            }
        }

        return expression.Append(@"\z").ToString();
    }

    private static IEnumerable<string> Braces(string pattern)
    {
        int open = pattern.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return [pattern];
        int depth = 0;
        int from = open + 1;
        List<string> inside = [];
        for (int i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '{') depth++;
            bool ends = pattern[i] == '}' && --depth == 0;
            if (!ends && !(pattern[i] == ',' && depth == 1)) continue;
            inside.Add(pattern[from..i]);
            from = i + 1;
            if (ends) return inside.SelectMany(a => Braces(pattern[..open] + a + pattern[(i + 1)..]));
        }

        // One that is never closed is a character.
        return [pattern];
    }
}
