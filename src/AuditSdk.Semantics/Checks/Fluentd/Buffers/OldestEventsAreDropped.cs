using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>A full buffer that throws events away.</summary>
internal static class OldestEventsAreDropped
{
    /// <summary>AUD2075.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2075", "A full buffer drops its oldest events", FindingSeverity.Warning);

    /// <summary>Looks at what a full buffer does.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Kind is "buffer" or "output"))
        {
            Node<string> action = plugin.Element.Text(plugin.Kind == "buffer" ? "overflow_action" : "buffer_queue_full_action");
            if (action.Or(null) != "drop_oldest_chunk") continue;
            findings.Add(Descriptor.At(action.Origin, "When the destination is away for long, the events that wait longest are thrown away. Write block where a tail can wait, or a larger total_limit_size.") with { Remedy = context.SetAt("Write block: a full buffer makes its inputs wait and drops nothing", action.Origin, "block") });
        }
    }
}
