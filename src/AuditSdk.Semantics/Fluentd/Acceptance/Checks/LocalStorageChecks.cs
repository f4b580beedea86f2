namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>storage_local (fluentd 1.18): a path, or an id in the system's root folder.</summary>
internal sealed class LocalStorageChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        if (!plugin.Settings.TryText("path", out string? path)) return;
        bool isOfRoot = plugin.Run.RootFolder is not null && plugin.Owner?.Id is not null;
        if (path is not null)
        {
            plugin.IsMultiWorker = !path.EndsWith(".json", StringComparison.Ordinal);
            return;
        }

        if (isOfRoot) return;
        if (plugin.Settings.IsTrue("persistent"))
        {
            throw plugin.Refuse(FluentdCause.PathUnusable, "Plugin @id or path for <storage> required when 'persistent' is true", plugin.Element.Origin, "path");
        }

        if (plugin.Settings.IsTrue("autosave")) plugin.Warn(FluentdCause.PathUnusable, "both of Plugin @id and path for <storage> are not specified. Using on-memory store.", plugin.Element.Origin, "path");
    }
}
