namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_forward (fluentd 1.18).</summary>
internal sealed class ForwardInputChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        CheckHostname(plugin);
        if (settings.TryText("tag", out string? tag) && tag is "") throw plugin.Refuse(FluentdCause.ValueInvalid, "'tag' parameter must not be empty", "tag");
        if (settings.TryText("add_tag_prefix", out string? prefix) && prefix is "") throw plugin.Refuse(FluentdCause.ValueInvalid, "'add_tag_prefix' parameter must not be empty", "add_tag_prefix");
        if (settings.Section("security") is { } security) CheckSecurity(plugin, security);
        if (settings.IsTrue("send_keepalive_packet") && settings.IsTrue("deny_keepalive"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "both 'send_keepalive_packet' and 'deny_keepalive' cannot be set to true", "deny_keepalive");
        }
    }

    /// <summary>A key for the name of the source needs its name.</summary>
    internal static void CheckHostname(Plugin plugin)
    {
        if (plugin.Settings.IsWritten("source_hostname_key") && plugin.Settings.IsFalse("resolve_hostname"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "resolve_hostname must be true with source_hostname_key", "resolve_hostname");
        }
    }

    private static void CheckSecurity(Plugin plugin, ReadSection security)
    {
        if (security.IsTrue("user_auth") && security.Sections("user").Count == 0) throw plugin.Refuse(FluentdCause.SectionMissing, "<user> sections required if user_auth enabled", security.Element.Origin, "user");
        if (security.IsFalse("allow_anonymous_source") && security.Sections("client").Count == 0)
        {
            throw plugin.Refuse(FluentdCause.SectionMissing, "<client> sections required if allow_anonymous_source disabled", security.Element.Origin, "client");
        }

        SocketInputChecks.CheckClients(plugin, security);
    }
}
