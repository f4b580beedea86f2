using AuditSdk.Semantics.Fluentd.Routing.Regexps;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Plugins;

/// <summary>A rule: where the value of a key matches, or does not, events get a tag.</summary>
internal sealed class RewriteRule
{
    private RewriteRule(PluginSettings rule)
    {
        Key = rule.Required("key");
        FluentdDatum.Regexp pattern = rule.Pattern("pattern");
        Pattern = new RubyRegexp(pattern);
        Tag = rule.Required("tag");
        Label = rule.Text("label");
        IsInverted = rule.Flag("invert", false);
        Name = Key + (IsInverted ? "!" : "") + pattern.ToText();
    }

    public string Key { get; }

    public RubyRegexp Pattern { get; }

    public string Tag { get; }

    public string? Label { get; }

    public bool IsInverted { get; }

    /// <summary>What two rules must not have in common.</summary>
    public string Name { get; }

    public static RewriteRule Of(PluginSettings rule) => new(rule);
}
