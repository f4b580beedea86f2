namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>sd_file (fluentd 1.18): a file that is there.</summary>
internal sealed class FileDiscoveryChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        if (!plugin.Settings.TryText("path", out string? path) || path is null) return;
        if (plugin.Run.Options.Exists(path) is false) throw plugin.Refuse(FluentdCause.PathUnusable, $"sd_file: path={path} not found", "path");
        plugin.Run.Unknown(plugin.Settings.OriginOf("path"));
    }
}
