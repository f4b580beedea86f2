using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Fluentd.Tags;

/// <summary>Random globs and tags of few characters, and what fluentd makes of a glob, said once more and differently.</summary>
internal static class TagGen
{
    private static readonly string[] Pieces = ["a", "b", ".", ".", "*", "**", ".**", "**.", "{a,b}", "{a.,b.*}", "{", "}", ",", "\\*", "{,a}", "a.", "ab"];

    public static Gen<string> Glob { get; } = Gen.Int[0, Pieces.Length - 1].Array[1, 6].Select(p => string.Concat(p.Select(i => Pieces[i])));

    public static Gen<string> Tag { get; } = Gen.Char["aab..*,\n"].Array[0, 7].Select(c => new string(c));

    /// <summary>Every tag of a length up to a number over an alphabet, the shortest first.</summary>
    public static IEnumerable<string> AllTags(string alphabet, int length)
    {
        List<string> last = [""];
        for (int i = 0; i <= length; i++)
        {
            foreach (string tag in last) yield return tag;
            last = [.. last.SelectMany(t => alphabet.Select(c => t + c))];
        }
    }

    /// <summary>The expression that fluentd's match.rb builds, run by another engine.</summary>
    public static Regex AsFluentd(string glob)
    {
        if (glob == "**") return new Regex("");
        Stack<(StringBuilder Outside, List<string> Branches)> open = new();
        StringBuilder text = new();
        string rest = glob;
        string dot = "";
        while (rest.Length > 0)
        {
            int used = 1;
            if (rest.StartsWith("**", StringComparison.Ordinal))
            {
                if (dot.Length > 0) text.Append(@"(?![^\.])");
                bool isDotBehind = rest.StartsWith("**.", StringComparison.Ordinal);
                text.Append(isDotBehind ? @"(?:.*\.|\A)" : ".*");
                (used, dot) = (isDotBehind ? 3 : 2, "");
                rest = rest[used..];
                continue;
            }

            text.Append(dot);
            dot = "";
            switch (rest[0])
            {
                case '\\' when rest.Length > 1:
                    text.Append(Escape(rest[1..2]));
                    used = 2;
                    break;
                case '\\':
                    break;
                case '.':
                    dot = @"\.";
                    break;
                case '*':
                    text.Append(@"[^\.]*");
                    break;
                case '{':
                    open.Push((text, []));
                    text = new();
                    break;
                case ',' when open.Count > 0:
                    open.Peek().Branches.Add(text.ToString());
                    text = new();
                    break;
                case '}' when open.Count > 0:
                    Close(isOfTexts: false);
                    break;
                default:
                    text.Append(char.IsAsciiLetterOrDigit(rest[0]) || rest[0] == '_' ? "" : "\\").Append(rest[0]);
                    break;
            }

            rest = rest[used..];
        }

        // Regexp.union of texts, where that of a closed brace is one of expressions.
        while (open.Count > 0) Close(isOfTexts: true);
        return new Regex($@"\A{text}\Z", RegexOptions.CultureInvariant);

        void Close(bool isOfTexts)
        {
            (StringBuilder outside, List<string> branches) = open.Pop();
            branches.Add(text.ToString());
            string inside = string.Join('|', branches.Select(b => isOfTexts ? Escape(b) : $"(?-mix:{b})"));
            text = outside.Append(isOfTexts || branches.Count > 1 ? $"(?-mix:{inside})" : inside);
        }
    }

    // As Ruby's Regexp.escape does.
    private static string Escape(string text) => string.Concat(text.Select(c => c == '\n' ? @"\n" : "[]{}()|-*.\\?+^$# ".Contains(c) ? $@"\{c}" : $"{c}"));
}
