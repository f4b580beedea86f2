namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_http (fluentd 1.18).</summary>
internal sealed class HttpOutputChecks : PluginChecks
{
    private static readonly string[] Files = ["tls_ca_cert_path", "tls_client_cert_path", "tls_private_key_path"];

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (!settings.IsWritten("retryable_response_codes"))
        {
            plugin.Warn(FluentdCause.PluginSpecific, "Status code 503 is going to be removed from default `retryable_response_codes` from fluentd v2. Please add it by yourself if you wish", plugin.Element.Origin, "retryable_response_codes");
        }

        if (settings.TryText("endpoint", out string? endpoint) && endpoint?.StartsWith("https", StringComparison.Ordinal) == true) CheckFiles(plugin, settings);
        HelperConfiguration.RequirePlain(plugin, "format");
        if (settings.IsTrue("json_array") && settings.Section("format") is { } format && format.TryText("@type", out string? type) && type != "json")
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "json_array option could be used with json formatter only", "json_array");
        }

        // The rest of this needs a gem that fluentd does not bring.
        if (settings.Section("auth") is { } auth && auth.TryText("method", out string? method) && method == "aws_sigv4") plugin.Run.Unknown(auth.Element.Origin);
    }

    private static void CheckFiles(Plugin plugin, ReadSection settings)
    {
        foreach (string name in Files)
        {
            if (!settings.TryText(name, out string? path) || path is null) continue;
            if (plugin.Run.Options.Exists(path) is not { } exists) plugin.Run.Unknown(settings.OriginOf(name));
            else if (!exists) throw plugin.Refuse(FluentdCause.PathUnusable, $"{name} is wrong: {path}", name);
        }
    }
}
