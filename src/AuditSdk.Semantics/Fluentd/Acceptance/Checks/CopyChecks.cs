namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_copy (fluentd 1.18): arguments of its stores.</summary>
internal sealed class CopyChecks : PluginChecks
{
    private const string IfPrevious = "ignore_if_prev_success";

    public override void After(Plugin plugin)
    {
        IReadOnlyList<ReadSection> stores = plugin.Settings.Sections("store");
        List<string?> arguments = [.. stores.Select(s => s.TryText("arg", out string? argument) ? argument ?? "" : null)];
        if (arguments.Contains(null)) return;
        if (arguments.Count > 0 && arguments[0]!.Contains(IfPrevious))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "ignore_if_prev_success must specify 2nd or later <store> directives", stores[0].Element.Origin, IfPrevious);
        }

        if (arguments.Count > 0 && arguments.TrueForAll(a => a!.Contains("ignore_error")) && !arguments.Exists(a => a!.Contains(IfPrevious)))
        {
            plugin.Warn(FluentdCause.ParametersConflict, "ignore_errors are specified in all <store>, but ignore_if_prev_success is not specified. Is this intended?", plugin.Element.Origin, "ignore_error");
        }
    }
}
