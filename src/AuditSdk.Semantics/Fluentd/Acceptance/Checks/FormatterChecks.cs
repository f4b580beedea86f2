namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>formatter_csv (fluentd 1.18): fields with names.</summary>
internal sealed class CsvFormatterChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        if (plugin.Settings.Texts("fields") is not { } fields) return;
        if (fields.All(f => f.Length == 0)) throw plugin.Refuse(FluentdCause.ValueInvalid, "empty value is specified in fields parameter", "fields");
        foreach (string field in fields) GrepChecks.CheckAccessor(plugin, field, plugin.Settings.OriginOf("fields"));
    }
}

/// <summary>formatter_stdout (fluentd 1.18): another formatter reads the same section.</summary>
internal sealed class StdoutFormatterChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        if (!plugin.Settings.TryText("output_type", out string? type) || type is null) return;
        Plugin? inner = new PluginConfiguration(plugin.Run).Configure("formatter", type, plugin.Element, plugin.Owner);
        if (inner is null) plugin.Run.Unknown(plugin.Element.Origin);
    }
}
