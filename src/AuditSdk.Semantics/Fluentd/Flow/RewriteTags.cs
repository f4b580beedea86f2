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

/// <summary>The new tags that the rules of a rewrite_tag_filter give to events. There may be many rules: what is the same for all of them is read once.</summary>
internal sealed class RewriteTags(FlowWork work, FluentdElement output)
{
    // The plugin's own two expressions, as in RewriteTagFilterOutput: captures first, then placeholders.
    private static readonly Regex Part = new(@"\$[0-9]+|\$\{[a-z_]+(?:\[[0-9]+\])?\}|__[A-Z_]+__", RegexOptions.CultureInvariant);

    private readonly CaptureTags _captures = new(work);
    private readonly Node<string> _prefix = output.Text("remove_tag_prefix");
    private readonly Node<string> _regexp = output.Text("remove_tag_regexp");
    private readonly bool _capitalizes = output.Text("capitalize_regex_backreference").State != NodeState.Absent;

    // The tags that placeholders see by those that events have; null where that is not known.
    private readonly Dictionary<string, string?> _seen = new(StringComparer.Ordinal);

    /// <summary>The rules as they are read; null for one that is not known or that fluentd refuses.</summary>
    public static IReadOnlyList<(FluentdElement Element, RewriteRule? Rule)> Rules(FluentdElement output) => [.. output.Sections("rule").Select(r => (r, Read(r)))];

    /// <summary>The tags of each rule, given those that reach the output. Events whose tag stays the same are not sent on, unless the rule has a label.</summary>
    public IEnumerable<(FluentdElement Rule, TagSet Tags)> Of(TagSet tags)
    {
        IReadOnlyList<string>? words = work.WordsOf(tags.May);
        TagSet? seen = words is null ? Seen(tags) : null;
        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach ((FluentdElement element, RewriteRule? rule) in Rules(output))
        {
            if (rule is null) yield return (element, TagSet.Unknown(work));
            else yield return (element, words is null ? OfMany(rule, seen, keys.Add(rule.Key)) : OfFew(rule, words, tags, keys.Add(rule.Key)));
        }
    }

    /// <summary>The value of a tag's template where it is one text for a tag; null where fields or the host take part.</summary>
    public string? Constant(RewriteRule rule, string tag)
        => Seen(tag) is { } seen && work.WordsOf(Template(rule, seen, false).May, most: 1) is [var only] ? only : null;

    private TagSet OfFew(RewriteRule rule, IReadOnlyList<string> words, TagSet tags, bool isFirst)
    {
        TagSet all = TagSet.None(work);
        foreach (string word in words)
        {
            if (Seen(word) is not { } seen) return TagSet.Unknown(work);
            TagSet given = Template(rule, seen, isFirst);
            if (rule.Label is null) given = new TagSet(Without(given.May, word), Without(given.Meant, word));
            all = all.Or(tags.Meant.Contains(word) ? given : given with { Meant = work.Languages.None });
        }

        return all;
    }

    // Most new tags are others: a language that stays as it is joins others in a tree.
    private TagLanguage Without(TagLanguage tags, string tag) => tags.Contains(tag) ? tags.Except(work.Languages.Tag(tag)) : tags;

    private TagSet OfMany(RewriteRule rule, TagSet? seen, bool isFirst) => Template(rule, part => part switch
    {
        "${tag}" or "__TAG__" => seen ?? TagSet.Unknown(work),
        _ => new TagSet(work.Languages.AnyPart, work.Languages.None),
    }, isFirst);

    private TagSet Template(RewriteRule rule, string tag, bool isFirst) => Template(rule, part => TagSet.Exactly(work.Languages.Tag(Placeholder(part, tag))), isFirst);

    private TagSet Template(RewriteRule rule, Func<string, TagSet> placeholder, bool isFirst)
    {
        TagSet all = TagSet.Exactly(work.Languages.Tag(""));
        int at = 0;
        foreach (System.Text.RegularExpressions.Match match in Part.Matches(rule.Tag))
        {
            all = all.Then(TagSet.Exactly(work.Languages.Tag(rule.Tag.Substring(at, match.Index - at))));
            at = match.Index + match.Length;
            if (match.Value is "${hostname}" or "__HOSTNAME__") all = all.Then(new TagSet(work.Languages.Any, work.Words));
            else if (match.Value[1] is '{' or '_') all = all.Then(placeholder(match.Value));
            else all = all.Then(Capture(rule, match.Value, isFirst));
        }

        return all.Then(TagSet.Exactly(work.Languages.Tag(rule.Tag.Substring(at))));
    }

    private TagSet Capture(RewriteRule rule, string name, bool isFirst)
    {
        if (rule.IsInverted) return TagSet.Exactly(work.Languages.Tag(name));
        if (_capitalizes) return TagSet.Unknown(work);
        return _captures.Group(rule, int.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue, isFirst);
    }

    private static string Placeholder(string part, string tag)
    {
        if (part is "${tag}" or "__TAG__") return tag;
        if (!part.StartsWith("${tag_parts[", StringComparison.Ordinal)) return "";
        IReadOnlyList<string> parts = RubyText.Parts(tag);
        return int.TryParse(part.Substring(12, part.Length - 14), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < parts.Count && part == $"${{tag_parts[{index}]}}" ? parts[index] : "";
    }

    private string? Seen(string tag)
    {
        if (!_seen.TryGetValue(tag, out string? seen)) _seen.Add(tag, seen = Removed(tag));
        return seen;
    }

    private string? Removed(string tag)
    {
        if (_prefix.State == NodeState.Unknown || _regexp.State == NodeState.Unknown) return null;
        try
        {
            RubyRegexp? removed = _prefix.IsKnown
                ? new RubyRegexp($@"^{RubyRegexp.Escape(_prefix.Value)}\.?")
                : _regexp.IsKnown && new FluentdType("regexp").Read(_regexp.Value, "").Value is FluentdDatum.Regexp read ? new RubyRegexp(read) : null;
            return removed?.Match(RubyText.Scrub(tag)) is { } match ? tag.Remove(match.Start, match.End - match.Start) : tag;
        }
        catch (UndecidedException)
        {
            return null;
        }
    }

    private TagSet? Seen(TagSet tags)
    {
        if (_regexp.State != NodeState.Absent) return null;
        if (_prefix.State == NodeState.Absent) return tags;
        return _prefix.IsKnown ? new TagSet(Removed(_prefix.Value, tags.May), Removed(_prefix.Value, tags.Meant)) : null;
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
