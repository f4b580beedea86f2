using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>A buffer in files that do not outlive the host.</summary>
internal static class BufferIsTemporary
{
    /// <summary>AUD2070.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2070", "A buffer is in a temporary folder", FindingSeverity.Warning);

    /// <summary>Looks at the path of each buffer.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Kind is "buffer" or "output"))
        {
            Node<string> path = plugin.Element.Text(plugin.Kind == "buffer" ? "path" : "buffer_path");
            if (!path.IsKnown || TemporaryFolders.Of(path.Value) is not { } folder) continue;
            findings.Add(Descriptor.At(path.Origin, $"A restart empties {folder}, and the events that are not sent yet are lost. Put the buffer into a folder that stays, such as /var/lib/fluentd."));
        }
    }
}
