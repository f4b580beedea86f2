using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>Plugins that do not come with fluentd.</summary>
internal static class PluginNeedsAGem
{
    /// <summary>AUD2086.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2086", "A plugin comes with a gem", FindingSeverity.Info, CheckProfile.Strict);

    /// <summary>Names the gems, each once.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Type.IsKnown))
        {
            if (context.Schemas.GemOf(plugin.Kind, plugin.Type.Value) is not { } gem || !told.Add(gem)) continue;
            findings.Add(Descriptor.At(plugin.Element.OriginOf("@type"), $"{plugin.Type.Value} is in the gem {gem}, without which fluentd does not start. Install it with fluentd."));
        }
    }
}
