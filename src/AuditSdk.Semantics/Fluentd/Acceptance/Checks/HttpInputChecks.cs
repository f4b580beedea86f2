namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>in_http (fluentd 1.18).</summary>
internal sealed class HttpInputChecks : PluginChecks
{
    public override void Before(Plugin plugin) => CompatParameters.Parser(plugin);

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        if (settings.IsTrue("cors_allow_credentials") && (!settings.IsWritten("cors_allow_origins") || settings.Texts("cors_allow_origins")?.Contains("*") == true))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "Cannot enable cors_allow_credentials without specific origins", "cors_allow_credentials");
        }

        if (settings.TryText("add_tag_prefix", out string? prefix) && prefix is "") throw plugin.Refuse(FluentdCause.ValueInvalid, "'add_tag_prefix' parameter must not be empty", "add_tag_prefix");
    }
}
