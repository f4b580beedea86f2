namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_syslog (fluentd 1.18).</summary>
internal sealed class SyslogInputChecks : PluginChecks
{
    public override void Before(Plugin plugin) => CompatParameters.Parser(plugin);

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (plugin.Element.Has("priority_key")) plugin.Warn(FluentdCause.ParameterDeprecated, "priority_key is deprecated. Use severity_key instead", plugin.Element.OriginOf("priority_key"), "priority_key");
        HelperConfiguration.RequirePlain(plugin, "parse");
        if (settings.IsTrue("include_source_host") && settings.IsWritten("source_address_key"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "specify either source_address_key or include_source_host", "source_address_key");
        }

        ForwardInputChecks.CheckHostname(plugin);
        if (!settings.TryText("protocol_type", out string? protocol)) return;
        if (protocol is null && settings.Section("transport")?.TryText("protocol", out protocol) == false) return;
        if (settings.IsTrue("send_keepalive_packet") && protocol == "udp") throw plugin.Refuse(FluentdCause.ParametersConflict, "send_keepalive_packet is available for tcp/tls", "send_keepalive_packet");
    }
}
