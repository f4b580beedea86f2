using AuditSdk.Semantics.Fluentd.Routing.Plugins;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>What the groups of a rule's regular expression can take, and the values that it matches.</summary>
internal sealed class CaptureTags(FlowWork work)
{
    /// <summary>The texts that a group can take, the empty one where it may take no part.</summary>
    public TagSet Group(RewriteRule rule, int number, bool isFirstOfKey)
    {
        string pattern = rule.Pattern.Pattern;
        List<(int Start, int End, int Depth)> groups = Groups(pattern, out bool isPlain);
        if (!isPlain) return TagSet.Unknown(work);
        if (number < 1 || number > groups.Count) return TagSet.Exactly(work.Languages.Tag(""));
        (int start, int end, int depth) = groups[number - 1];
        string inside = pattern.Substring(start, end - start);
        TagLanguage taken = rule.Pattern.Options == 0 && Language(inside) is { } language ? language : work.Languages.Any;
        bool isAlwaysThere = depth == 0 && !HasChoice(pattern) && (end + 1 == pattern.Length || pattern[end + 1] is not ('?' or '*' or '{'));
        TagLanguage may = isAlwaysThere ? taken : taken.Or(work.Languages.Tag(""));

        // An earlier rule of the same key may have the values that are likely.
        return new TagSet(may, isFirstOfKey && taken.Term != work.Languages.Any.Term ? taken.And(work.Words) : work.Languages.None);
    }

    /// <summary>The values in which a rule's expression finds something; null where only Ruby knows.</summary>
    public TagLanguage? Values(RewriteRule rule)
    {
        if (rule.Pattern.Options != 0 || TagRegexpParser.Parse(rule.Pattern.Pattern) is not { } expression) return null;
        TagExpression any = TagExpression.Any(CharSet.All);
        return new TagCompiler(work.Languages.Terms).Compile(new TagExpression.Row([any, expression, any])) is { } term ? new TagLanguage(work.Languages, term) : null;
    }

    private TagLanguage? Language(string expression)
        => TagRegexpParser.Parse(expression) is { } read && new TagCompiler(work.Languages.Terms).Compile(read) is { } term ? new TagLanguage(work.Languages, term) : null;

    // Where each group that counts begins and ends, in order, and how deep it stands in others of any kind.
    private static List<(int Start, int End, int Depth)> Groups(string pattern, out bool isPlain)
    {
        List<(int Start, int End, int Depth)> groups = [];
        Stack<int> open = new();
        isPlain = true;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    break;
                case '(' when i + 1 < pattern.Length && pattern[i + 1] == '?':
                    isPlain &= i + 2 < pattern.Length && pattern[i + 2] == ':';
                    open.Push(-1);
                    break;
                case '(':
                    groups.Add((i + 1, pattern.Length, open.Count));
                    open.Push(groups.Count - 1);
                    break;
                case ')' when open.Count > 0:
                    if (open.Pop() is >= 0 and int group) groups[group] = groups[group] with { End = i };
                    break;
            }
        }

        return groups;
    }

    private static bool HasChoice(string pattern)
    {
        for (int i = 0, depth = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[') i = EndOfClass(pattern, i);
            else if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')') depth--;
            else if (pattern[i] == '|' && depth == 0) return true;
        }

        return false;
    }

    private static int EndOfClass(string pattern, int open)
    {
        int depth = 0;
        for (int i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[') depth++;
            else if (pattern[i] == ']' && i > open + 1 && --depth == 0) return i;
        }

        return pattern.Length;
    }
}
