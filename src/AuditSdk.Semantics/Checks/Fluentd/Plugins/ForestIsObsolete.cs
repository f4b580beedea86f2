using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Fluentd.Plugins;

/// <summary>A plugin that makes outputs which fluentd does not know of.</summary>
internal static class ForestIsObsolete
{
    /// <summary>AUD2080.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2080", "forest leaves events behind", FindingSeverity.Warning);

    /// <summary>Looks for forest.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection forest in context.Plugins.Where(p => p.Is("output", "forest")))
        {
            findings.Add(Descriptor.At(forest.Element.Origin, "forest makes an output for each tag, of which fluentd knows nothing: none is flushed when fluentd stops, and after a restart the buffers of a tag wait until its next event. Write one output with placeholders in its path and <buffer tag,time>.") with { Remedy = ForestReplacement.Of(context, forest) });
        }
    }
}
