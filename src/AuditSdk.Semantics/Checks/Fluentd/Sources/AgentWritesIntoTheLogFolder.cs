using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>Files of the agent beside the audit log, in a folder that belongs to the API server.</summary>
internal static class AgentWritesIntoTheLogFolder
{
    /// <summary>AUD2036.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2036", "The agent writes into the folder of the audit log", FindingSeverity.Info);

    /// <summary>Looks at every pos_file and at the paths of buffers, where a tail certainly reads an audit log.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<string> folders = new(context.Plugins.Where(TailPaths.AreOfAuditLog).SelectMany(TailPaths.Of).Select(FolderOf).OfType<string>(), StringComparer.Ordinal);
        if (folders.Count == 0) return;
        foreach (PluginSection plugin in context.Plugins)
        {
            if (ParameterOf(plugin) is not { } parameter) continue;
            Node<string> path = plugin.Element.Text(parameter);
            if (!path.IsKnown || FolderOf(path.Value) is not { } folder || !folders.Contains(folder)) continue;
            findings.Add(Descriptor.At(path.Origin, $"{folder} is the API server's own, so that an agent that does not run as root is refused there and stops, and whoever empties it takes this file along. Put it into a folder of the agent, such as /var/log/td-agent."));
        }
    }

    private static string? ParameterOf(PluginSection plugin) => plugin.Kind switch
    {
        "input" => "pos_file",
        "output" => "buffer_path",
        "buffer" => "path",
        _ => null,
    };

    // Everybody's logs lie in /var/log: that an audit log is there too says nothing about who owns it.
    private static string? FolderOf(string path)
    {
        int slash = path.LastIndexOf('/');
        string folder = slash > 0 ? path.Substring(0, slash) : "";
        return folder is "" or "/var/log" || folder.IndexOf('*') >= 0 ? null : folder;
    }
}
