using System.Globalization;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Routing;
using AuditSdk.Semantics.Fluentd.Routing.Plugins;
using AuditSdk.Semantics.Fluentd.Routing.Records;
using AuditSdk.Semantics.Fluentd.Routing.Regexps;
using AuditSdk.Semantics.Fluentd.Tags;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Flow;

/// <summary>The new tags that the rules of a rewrite_tag_filter give to events.</summary>
internal sealed class RewriteTags(FlowWork work)
{
    // The plugin's own two expressions, as in RewriteTagFilterOutput: captures first, then placeholders.
    private static readonly Regex Part = new(@"\$[0-9]+|\$\{[a-z_]+(?:\[[0-9]+\])?\}|__[A-Z_]+__", RegexOptions.CultureInvariant);

    private readonly CaptureTags _captures = new(work);

    /// <summary>The rules as they are read; null for one that is not known or that fluentd refuses.</summary>
    public static IReadOnlyList<(FluentdElement Element, RewriteRule? Rule)> Rules(FluentdElement output) => [.. output.Sections("rule").Select(r => (r, Read(r)))];

    /// <summary>The tags of each rule of an output, given those that reach it. Events whose tag stays the same are not sent on, unless the rule has a label.</summary>
    public IEnumerable<(FluentdElement Rule, TagSet Tags)> Of(FluentdElement output, TagSet tags)
    {
        IReadOnlyList<string>? words = work.WordsOf(tags.May);
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach ((FluentdElement element, RewriteRule? rule) in Rules(output))
        {
            if (rule is null) yield return (element, TagSet.Unknown(work));
            else yield return (element, words is null ? OfMany(output, rule, tags, keys.Add(rule.Key)) : OfFew(output, rule, words, tags, keys.Add(rule.Key)));
        }
    }

    /// <summary>The value of a tag's template where it is one text for a tag; null where fields or the host take part.</summary>
    public string? Constant(FluentdElement output, RewriteRule rule, string tag)
        => Removed(output, tag) is { } removed && work.WordsOf(Template(output, rule, removed, false).May) is [var only] ? only : null;

    private TagSet OfFew(FluentdElement output, RewriteRule rule, IReadOnlyList<string> words, TagSet tags, bool isFirst)
    {
        TagSet all = TagSet.None(work);
        foreach (string word in words)
        {
            if (Removed(output, word) is not { } removed) return TagSet.Unknown(work);
            TagSet given = Template(output, rule, removed, isFirst);
            if (rule.Label is null) given = given.Except(work.Languages.Tag(word));
            all = all.Or(tags.Meant.Contains(word) ? given : given with { Meant = work.Languages.None });
        }

        return all;
    }

    private TagSet OfMany(FluentdElement output, RewriteRule rule, TagSet tags, bool isFirst)
    {
        TagSet? removed = Removed(output, tags);
        return Template(output, rule, part => part switch
        {
            "${tag}" or "__TAG__" => removed ?? TagSet.Unknown(work),
            _ => new TagSet(work.Languages.AnyPart, work.Languages.None),
        }, isFirst);
    }

    private TagSet Template(FluentdElement output, RewriteRule rule, string tag, bool isFirst) => Template(output, rule, part => TagSet.Exactly(work.Languages.Tag(Placeholder(part, tag))), isFirst);

    private TagSet Template(FluentdElement output, RewriteRule rule, Func<string, TagSet> placeholder, bool isFirst)
    {
        TagSet all = TagSet.Exactly(work.Languages.Tag(""));
        int at = 0;
        foreach (System.Text.RegularExpressions.Match match in Part.Matches(rule.Tag))
        {
            all = all.Then(TagSet.Exactly(work.Languages.Tag(rule.Tag.Substring(at, match.Index - at))));
            at = match.Index + match.Length;
            if (match.Value is "${hostname}" or "__HOSTNAME__") all = all.Then(new TagSet(work.Languages.Any, work.Words));
            else if (match.Value[1] is '{' or '_') all = all.Then(placeholder(match.Value));
            else all = all.Then(Capture(output, rule, match.Value, isFirst));
        }

        return all.Then(TagSet.Exactly(work.Languages.Tag(rule.Tag.Substring(at))));
    }

    private TagSet Capture(FluentdElement output, RewriteRule rule, string name, bool isFirst)
    {
        if (rule.IsInverted) return TagSet.Exactly(work.Languages.Tag(name));
        if (output.Text("capitalize_regex_backreference").State != NodeState.Absent) return TagSet.Unknown(work);
        return _captures.Group(rule, int.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue, isFirst);
    }

    private static string Placeholder(string part, string tag)
    {
        if (part is "${tag}" or "__TAG__") return tag;
        if (!part.StartsWith("${tag_parts[", StringComparison.Ordinal)) return "";
        IReadOnlyList<string> parts = RubyText.Parts(tag);
        return int.TryParse(part.Substring(12, part.Length - 14), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < parts.Count && part == $"${{tag_parts[{index}]}}" ? parts[index] : "";
    }

    // The tag that placeholders see; null where it is not known.
    private static string? Removed(FluentdElement output, string tag)
    {
        Node<string> prefix = output.Text("remove_tag_prefix");
        Node<string> regexp = output.Text("remove_tag_regexp");
        if (prefix.State == NodeState.Unknown || regexp.State == NodeState.Unknown) return null;
        try
        {
            RubyRegexp? removed = prefix.IsKnown
                ? new RubyRegexp($@"^{RubyRegexp.Escape(prefix.Value)}\.?")
                : regexp.IsKnown && new FluentdType("regexp").Read(regexp.Value, "").Value is FluentdDatum.Regexp read ? new RubyRegexp(read) : null;
            return removed?.Match(RubyText.Scrub(tag)) is { } match ? tag.Remove(match.Start, match.End - match.Start) : tag;
        }
        catch (UndecidedException)
        {
            return null;
        }
    }

    private TagSet? Removed(FluentdElement output, TagSet tags)
    {
        if (output.Text("remove_tag_regexp").State != NodeState.Absent) return null;
        Node<string> prefix = output.Text("remove_tag_prefix");
        if (prefix.State == NodeState.Absent) return tags;
        return prefix.IsKnown ? new TagSet(Removed(prefix.Value, tags.May), Removed(prefix.Value, tags.Meant)) : null;
    }

    private TagLanguage Removed(string prefix, TagLanguage tags)
    {
        TagLanguages languages = work.Languages;
        TagLanguage rest = tags.Behind(prefix);
        return tags.Except(languages.StartingWith(prefix)).Or(rest.Behind(".")).Or(rest.Except(languages.StartingWith(".")));
    }

    private static RewriteRule? Read(FluentdElement rule)
    {
        try
        {
            return RewriteRule.Of(new PluginSettings(rule));
        }
        catch (UndecidedException)
        {
            return null;
        }
        catch (RaisedException)
        {
            return null;
        }
    }
}
