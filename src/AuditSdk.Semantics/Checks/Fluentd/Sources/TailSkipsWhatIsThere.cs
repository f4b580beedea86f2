using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>Events that were written before fluentd first started.</summary>
internal static class TailSkipsWhatIsThere
{
    /// <summary>AUD2034.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2034", "A tail skips the events that are in the audit log already", FindingSeverity.Info);

    /// <summary>Looks for tails of audit logs without read_from_head.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection tail in context.Plugins.Where(TailPaths.AreOfAuditLog))
        {
            Node<bool> fromHead = tail.Element.Flag("read_from_head");
            if (fromHead.State == NodeState.Unknown || fromHead.Or(false)) continue;
            findings.Add(Descriptor.At(tail.Element.OriginOf("read_from_head"), "Where pos_file has no entry yet, fluentd begins at the end of the file, and the events in it are never read. Write read_from_head true.") with { Remedy = context.Set("Read from the head of the file where pos_file has no entry yet: events that are in it come too", tail.Element, ("read_from_head", "true")) });
        }
    }
}
