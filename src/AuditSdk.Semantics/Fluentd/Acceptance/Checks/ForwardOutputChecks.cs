namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_forward (fluentd 1.18): chunks by tag, and a server.</summary>
internal sealed class ForwardOutputChecks : PluginChecks
{
    public override void Before(Plugin plugin) => CompatParameters.Buffer(plugin, "tag");

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (plugin.Output is { ByTag: false, Keys: not null }) throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, "buffer chunk key must include 'tag' for forward output", plugin.Output.BufferSection?.Element.Origin ?? plugin.Element.Origin, "tag");
        bool isHeartbeatKnown = settings.TryText("heartbeat_type", out string? heartbeat);
        if (heartbeat == "tcp") plugin.Warn(FluentdCause.ParameterDeprecated, "'heartbeat_type tcp' is deprecated. use 'transport' instead.", settings.OriginOf("heartbeat_type"), "heartbeat_type");
        if (heartbeat == "udp" && settings.IsTrue("dns_round_robin"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "forward output heartbeat type must be 'transport' or 'none' to use dns_round_robin option", "heartbeat_type");
        }

        if (settings.TryText("transport", out string? transport) && transport == "tls") CheckTls(plugin, settings);
        if (isHeartbeatKnown && heartbeat != "none") LeaveHostsOpen(plugin, settings);
        CheckServers(plugin, settings);
        if (settings.IsFalse("keepalive") && settings.IsWritten("keepalive_timeout"))
        {
            plugin.Warn(FluentdCause.ParametersConflict, "The value of keepalive_timeout is ignored. if you want to use keepalive, please add `keepalive true` to your conf.", settings.OriginOf("keepalive_timeout"), "keepalive_timeout");
        }

        if (settings.Number("ack_response_timeout") < 1) throw plugin.Refuse(FluentdCause.ValueInvalid, "ack_response_timeout must be a positive integer", "ack_response_timeout");
    }

    private static void CheckTls(Plugin plugin, ReadSection settings)
    {
        string name = settings.Texts("tls_cert_path") is { Count: > 0 } ? "tls_cert_path" : "tls_ca_cert_path";
        foreach (string path in settings.Texts(name) ?? [])
        {
            if (plugin.Run.Options.Exists(path) is not { } exists) plugin.Run.Unknown(settings.OriginOf(name));
            else if (!exists) throw plugin.Refuse(FluentdCause.PathUnusable, $"specified cert path does not exist:{path}", name);
        }

        if (settings.IsTrue("tls_insecure_mode")) plugin.Warn(FluentdCause.TlsInvalid, "TLS transport is configured in insecure way", settings.OriginOf("tls_insecure_mode"), "tls_insecure_mode");
        foreach (string windows in new[] { "tls_cert_logical_store_name", "tls_cert_thumbprint" })
        {
            if (settings.IsWritten(windows)) throw plugin.Refuse(FluentdCause.ParameterUnknown, "This parameter is for only Windows", windows);
        }
    }

    // fluentd looks the hosts up now, which the host decides.
    private static void LeaveHostsOpen(Plugin plugin, ReadSection settings)
    {
        if (settings.IsTrue("ignore_network_errors_at_startup")) return;
        foreach (ReadSection server in settings.Sections("server"))
        {
            if (server.TryText("host", out string? host) && host is not null && host != "localhost" && !NetworkAddress.IsAddress(host)) plugin.Run.Unknown(server.OriginOf("host"));
        }
    }

    private static void CheckServers(Plugin plugin, ReadSection settings)
    {
        IReadOnlyList<ReadSection> discoveries = settings.Sections("service_discovery");
        foreach (ReadSection discovery in discoveries)
        {
            if (!discovery.TryText("@type", out string? type) || type is null) continue;
            _ = new PluginConfiguration(plugin.Run).Configure("service_discovery", type, discovery.Element, plugin);
            if (type is not ("static" or "file")) plugin.Run.Unknown(discovery.Element.Origin);
        }

        if (settings.Sections("server").Count > 0 || plugin.Element.IsOpen || discoveries.Any(d => !d.TryText("@type", out string? type) || type != "static" || d.Element.First("service") is not null)) return;
        plugin.Run.Warn(FluentdCause.SectionMissing, "No nodes are available", plugin.Element.Origin, "server");
        throw plugin.Refuse(FluentdCause.SectionMissing, "forward output plugin requires at least one node is required. Add <server> or <service_discovery>", plugin.Element.Origin, "server");
    }
}
