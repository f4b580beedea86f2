namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>A gem's plugin: its parameters are recorded, what its code refuses is not. Sections and keys that its code may read are not warned of.</summary>
internal class OpenChecks : PluginChecks
{
    public override void Before(Plugin plugin)
    {
        if (!plugin.Schema.Uses("compat_parameters")) return;
        if (plugin.Schema.Uses("formatter")) CompatParameters.Formatter(plugin);
        if (plugin.Schema.Emits is not null) CompatParameters.Buffer(plugin, plugin.Schema.Type == "s3" ? "time" : "");
        if (plugin.Schema.Uses("inject")) CompatParameters.Inject(plugin);
    }

    public override void After(Plugin plugin)
    {
        if (plugin.Schema.Uses("compat_parameters") || plugin.Schema.IsOldApi) CompatParameters.ReadAll(plugin.Element);
        foreach (ConfElement element in plugin.Element.Elements.Where(e => !e.IsUsed)) element.ReadAll();
        plugin.Run.Unknown(plugin.Element.Origin);
    }
}
