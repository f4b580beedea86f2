namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_sample (fluentd 1.18): it makes a storage of its own, of the first section that is written.</summary>
internal sealed class SampleChecks : PluginChecks
{
    private const string Usage = "suspend";

    public override void After(Plugin plugin)
    {
        ConfElement? section = plugin.Element.First("storage");
        string? usage = section is null || section.Argument == "" ? Usage : section.Argument;
        if (usage is null || plugin.Settings.Sections("storage").Any(s => s.TryText("usage", out string? taken) && taken == usage)) return;
        string? type = section is null ? "local" : section.Read("@type", plugin.Run)?.Text;
        if (type is null) throw plugin.Refuse(FluentdCause.TypeMissing, "@type is required in <storage>", section!.Origin, "@type");
        new PluginConfiguration(plugin.Run).Configure("storage", type, section ?? new ConfElement("storage", Usage, plugin.Element.Origin), plugin);
    }
}
