using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_rewrite_tag_filter (2.4.0).</summary>
internal sealed class RewriteTagFilterChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        IReadOnlyList<ReadSection> rules = plugin.Settings.Sections("rule");
        foreach (ReadSection rule in rules) CheckRule(plugin, rule);
        if (plugin.Element.Keys.FirstOrDefault(k => k.StartsWith("rewriterule", StringComparison.Ordinal)) is { } old)
        {
            throw plugin.Refuse(FluentdCause.ParameterRemoved, "\"rewriterule<num>\" support has been dropped. Use <rule> section instead.", plugin.Element.OriginOf(old), old);
        }

        if (rules.Count == 0 && !plugin.Element.IsOpen) throw plugin.Refuse(FluentdCause.SectionMissing, "missing rewriterules", plugin.Element.Origin, "rule");
        CheckRepeated(plugin, rules);
        if (plugin.Settings.IsWritten("remove_tag_prefix") && plugin.Settings.IsWritten("remove_tag_regexp"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "remove_tag_prefix and remove_tag_regexp are exclusive", "remove_tag_regexp");
        }
    }

    private static void CheckRule(Plugin plugin, ReadSection rule)
    {
        if (rule.TryText("tag", out string? tag) && tag is not null && Regex.IsMatch(tag, @"\$\{tag_parts\[[0-9]\.\.\.?[0-9]\]\}") && Regex.IsMatch(tag, @"__TAG_PARTS\[[0-9]\.\.\.?[0-9]\]__"))
        {
            throw plugin.Refuse(FluentdCause.ValueInvalid, $"${{tag_parts[n]}} and __TAG_PARTS[n]__ placeholder does not support range specify at {tag}", rule.OriginOf("tag"), tag);
        }

        if (rule.TryText("key", out string? key) && key is not null) GrepChecks.CheckAccessor(plugin, key, rule.OriginOf("key"));
    }

    private static void CheckRepeated(Plugin plugin, IReadOnlyList<ReadSection> rules)
    {
        Dictionary<string, Origin> seen = new(StringComparer.Ordinal);
        foreach (ReadSection rule in rules)
        {
            if (!rule.TryText("key", out string? key) || !rule.TryGet("pattern", out FluentdDatum? pattern) || !rule.TryGet("invert", out FluentdDatum? invert)) return;
            string name = key + (invert is FluentdDatum.Boolean { Value: true } ? "!" : "") + pattern?.ToText();
            if (!seen.ContainsKey(name))
            {
                seen.Add(name, rule.Element.Origin);
                continue;
            }

            // fluentd's message goes on with the addresses of Ruby's objects.
            RefusedException refused = plugin.Refuse(FluentdCause.ParametersConflict, "duplicated rewriterules found", rule.Element.Origin, key);
            throw new RefusedException(refused.Problem with { Other = seen[name] });
        }
    }
}
