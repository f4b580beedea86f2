namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>filter_parser (fluentd 1.18).</summary>
internal sealed class ParserFilterChecks : PluginChecks
{
    public override void Before(Plugin plugin) => CompatParameters.Parser(plugin);

    public override void After(Plugin plugin)
    {
        if (plugin.Settings.TryText("key_name", out string? key) && key is not null) GrepChecks.CheckAccessor(plugin, key, plugin.Settings.OriginOf("key_name"));
        HelperConfiguration.RequirePlain(plugin, "parse");
    }
}
