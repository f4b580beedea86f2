using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Routing.Plugins;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A rewrite_tag_filter without a rule for the events that no rule takes: it drops them without a word.</summary>
internal static class RewriteDropsTheRest
{
    /// <summary>AUD2015.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2015", "Events that no rule takes are dropped", FindingSeverity.Warning);

    /// <summary>Looks at the values that the rules take, key by key: the rules of one key can take everything.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow) return;
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Is("output", "rewrite_tag_filter") && !p.Element.IsOpen))
        {
            IReadOnlyList<(FluentdElement Element, RewriteRule? Rule)> rules = RewriteTags.Rules(plugin.Element);
            if (rules.Count == 0 || rules.Any(r => r.Rule is null)) continue;
            List<(string Key, string Value)> dropped = [];
            foreach (IGrouping<string, RewriteRule> key in rules.Select(r => r.Rule!).GroupBy(r => r.Key, StringComparer.Ordinal))
            {
                if (Dropped(context, flow.Work, key) is not { } value) break;
                dropped.Add((key.Key, value));
            }

            // Every key leaves something, or one of them is not known to.
            int keys = rules.Select(r => r.Rule!.Key).Distinct(StringComparer.Ordinal).Count();
            if (dropped.Count < keys) continue;
            string what = string.Join(" and ", dropped.Select(d => d.Value.Length == 0 ? $"has no '{d.Key}'" : $"has '{d.Value}' in '{d.Key}'"));
            findings.Add(Descriptor.At(plugin.Element.Origin, $"An event that no rule takes is dropped without a word, such as one that {what}. Write a last rule for the rest, with invert true, and send it to @type null where it is not wanted.") with { Counterexample = dropped.TrueForAll(d => d.Value.Length == 0) ? "{}" : null });
        }
    }

    // A value that no pattern is likely to name: what becomes of it becomes of most. A rule for everything but one odd text takes everything.
    private const string AnyValue = "zq7w";

    // A value of the key that no rule takes, the empty one for a field that is not there; null where there is none, or it is not known.
    private static string? Dropped(FluentdCheckContext context, FlowWork work, IGrouping<string, RewriteRule> key)
    {
        TagLanguages languages = work.Languages;
        TagLanguage left = languages.Any;
        List<TagLanguage> taken = [];
        CaptureTags captures = new(work);
        foreach (RewriteRule rule in key)
        {
            if (captures.Values(rule) is not { } values) return null;
            if (rule.IsInverted) left = left.And(values);
            else taken.Add(values.Contains("") ? values.Except(languages.Tag("")) : values);
        }

        left = left.Except(languages.AnyOf(taken));
        if (FieldsOfEveryEvent.Values(key.Key) is { } known && FieldsOfEveryEvent.AreIn(context))
        {
            if (known.Count > 0) return known.FirstOrDefault(left.Contains);
            return left.Contains(AnyValue) ? work.TagOf(left.And(work.Words)) : null;
        }

        if (!IsSetBefore(context, key.Key) && left.Contains("")) return "";
        return left.Contains(AnyValue) ? work.TagOf(left.And(work.Words)) : null;
    }

    // A filter that writes the field leaves no event without it.
    private static bool IsSetBefore(FluentdCheckContext context, string key)
        => context.Plugins.Any(p => p.Kind == "filter" && (p.Type.Or(null) is not { } type || type is not ("grep" or "stdout" or "prometheus" or "record_transformer" or "parser")
            || (type == "record_transformer" && p.Element.Sections("record").Any(r => r.IsOpen || r.Find(key) is not null))));
}
