using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>filter_record_transformer (fluentd 1.18).</summary>
internal sealed class RecordTransformerChecks : PluginChecks
{
    public override void After(Plugin plugin)
    {
        foreach (ConfElement record in plugin.Element.Named("record"))
        {
            foreach (string key in record.Keys) ReadValue(plugin, record, key);
        }

        ReadSection settings = plugin.Settings;
        if (settings.IsWritten("keep_keys") && settings.IsFalse("renew_record")) throw plugin.Refuse(FluentdCause.ParametersConflict, "`renew_record` must be true to use `keep_keys`", "keep_keys");
        foreach (string key in settings.Texts("remove_keys") ?? []) GrepChecks.CheckAccessor(plugin, key, settings.OriginOf("remove_keys"));
    }

    private static void ReadValue(Plugin plugin, ConfElement record, string key)
    {
        record.Has(key);
        if (record.Peek(key) is not { IsKnown: true, Text: { Length: > 0 } text } || text[0] is not ('{' or '[') || RubyJsonReader.TryRead(text, out _)) return;
        plugin.Warn(FluentdCause.ValueInvalid, $"failed to parse {text} as json. Assuming {text} is a string", record.OriginOf(key), key);
    }
}
