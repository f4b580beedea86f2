using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Sources;

/// <summary>A file of fluentd in <c>/proc</c> or <c>/sys</c>, where only the kernel makes files: a dry run does not try, the start or the first flush does.</summary>
internal static class FileIsOfTheKernel
{
    private static readonly string[] Folders = ["/proc", "/sys"];

    /// <summary>AUD2037.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2037", "A file is put where only the kernel makes files", FindingSeverity.Error);

    /// <summary>Looks at every parameter that names a file which fluentd writes.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection plugin in context.Plugins)
        {
            foreach (string parameter in WrittenBy(plugin))
            {
                Node<string> path = plugin.Element.Text(parameter);
                if (!path.IsKnown || FolderOf(path.Value) is not { } folder) continue;
                findings.Add(Descriptor.At(path.Origin, $"Nobody can make a file in {folder}, so fluentd stops at its start, or fails at each flush, although --dry-run takes it. Put it into a folder of the agent, such as /var/log/td-agent."));
            }
        }
    }

    private static string[] WrittenBy(PluginSection plugin) => plugin.Kind switch
    {
        "input" => ["pos_file"],
        "output" when plugin.Type.Or(null) == "file" => ["path", "symlink_path", "buffer_path"],
        "output" when plugin.Type.Or(null) == "secondary_file" => ["directory", "buffer_path"],
        "output" => ["buffer_path"],
        "buffer" or "storage" => ["path"],
        _ => [],
    };

    // Some of what lies below a process is a link to a real folder, or to an open file.
    private static string? FolderOf(string path)
        => path.IndexOf("..", StringComparison.Ordinal) >= 0 || IsOfAProcess(path) ? null : Array.Find(Folders, f => path.StartsWith(f + "/", StringComparison.Ordinal));

    private static bool IsOfAProcess(string path)
    {
        const string Processes = "/proc/";
        if (!path.StartsWith(Processes, StringComparison.Ordinal)) return false;
        string first = path.Substring(Processes.Length).TrimStart('/').Split('/')[0];
        return first is "self" or "thread-self" || (first.Length > 0 && first[0] is (>= '0' and <= '9') or '$' or '%');
    }
}
