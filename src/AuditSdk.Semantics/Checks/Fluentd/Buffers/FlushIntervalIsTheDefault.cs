using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>Flushing by an interval that nobody wrote.</summary>
internal static class FlushIntervalIsTheDefault
{
    /// <summary>AUD2073.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2073", "The interval of flushing is not written", FindingSeverity.Info);

    /// <summary>Looks for flush_mode interval without flush_interval.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection buffer in context.Plugins.Where(p => p.Kind == "buffer"))
        {
            if (buffer.Element.Text("flush_mode").Or(null) != "interval" || buffer.Element.Text("flush_interval").State != NodeState.Absent) continue;
            findings.Add(Descriptor.At(buffer.Element.OriginOf("flush_mode"), "Without flush_interval events wait up to 60 seconds. Write flush_interval.") with { Remedy = context.Set("Write flush_interval 60s, which holds now", buffer.Element, ("flush_interval", "60s")) });
        }
    }
}
