using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>A file of positions that does not outlive the host.</summary>
internal static class PositionFileIsTemporary
{
    /// <summary>AUD2031.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2031", "A pos_file is in a temporary folder", FindingSeverity.Warning);

    /// <summary>Looks at every pos_file.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection tail in context.Plugins.Where(p => p.Kind == "input"))
        {
            Node<string> file = tail.Element.Text("pos_file");
            if (file.IsKnown && TemporaryFolders.Of(file.Value) is { } folder)
            {
                findings.Add(Descriptor.At(file.Origin, $"A restart empties {folder}, and fluentd no longer knows how far it read: lines are lost, or come again. Put pos_file into a folder that stays, such as /var/lib/fluentd."));
            }
        }
    }
}
