using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>out_elasticsearch (6.0.0): a dry run asks no server.</summary>
internal sealed class ElasticsearchChecks : PluginChecks
{
    private static readonly string[] Templated = ["host", "index_name", "template_name", "logstash_prefix", "logstash_dateformat", "deflector_alias", "application_name", "ilm_policy_id"];

    public override void Before(Plugin plugin) => CompatParameters.Buffer(plugin);

    public override void After(Plugin plugin)
    {
        ReadSection settings = plugin.Settings;
        CheckChunkKeys(plugin, settings);
        Pair(plugin, settings, "ssl_min_version", "ssl_max_version");
        Pair(plugin, settings, "ssl_max_version", "ssl_min_version");
        AtLeastZero(plugin, settings, "max_retry_putting_template");
        AtLeastZero(plugin, settings, "max_retry_get_es_version");
        if (IsFilled(settings, "ilm_policy") && IsFilled(settings, "ilm_policies"))
        {
            throw plugin.Refuse(FluentdCause.ParametersConflict, "You can't specify ilm_policy and ilm_policies at the same time", "ilm_policies");
        }

        if (settings.IsWritten("cloud_id") && !settings.IsWritten("cloud_auth")) throw plugin.Refuse(FluentdCause.ParameterMissing, "`cloud_auth` must be present if `cloud_id` is present", "cloud_id");
        if (settings.IsWritten("user") && !settings.IsWritten("password")) throw plugin.Refuse(FluentdCause.ParameterMissing, "`password` must be present if `user` is present", "user");
        WarnOfType(plugin, settings);
        if (plugin.Schema.Type == "elasticsearch_data_stream") plugin.Run.Unknown(plugin.Element.Origin); // it asks the server for its templates
        if (plugin.Schema.Type == "elasticsearch_dynamic")
        {
            plugin.Warn(FluentdCause.PluginSpecific, "Elasticsearch dynamic plugin will be deprecated and removed in the future. Please consider to use normal Elasticsearch plugin", plugin.Element.Origin, "@type");
        }
    }

    private static void CheckChunkKeys(Plugin plugin, ReadSection settings)
    {
        OutputState output = plugin.Output!;
        if (output.BufferSection?.Texts("chunk_keys") is not { } keys || keys.Contains("tag") || keys.Contains("_index")) return;
        foreach (string name in Templated)
        {
            if (!settings.TryText(name, out string? text) || IsSubstituted(output, text ?? "")) return;
        }

        if (settings.TryGet("customize_template", out FluentdDatum? datum) && datum is FluentdDatum.Map map && map.Items.Any(i => IsSubstituted(output, i.Value?.ToText() ?? ""))) return;
        throw plugin.Refuse(FluentdCause.ChunkKeyInvalid, "'tag' or '_index' in chunk_keys is required.", output.BufferSection.Element.Origin, "tag");
    }

    // True where at least one of time, tag and keys is both asked for and configured.
    private static bool IsSubstituted(OutputState output, string text)
    {
        OutputState time = new() { ByTime = output.ByTime, Timekey = output.Timekey };
        if (output.ByTime && !Placeholders.Errors(time, "", text, checksKeys: false).Any()) return true;
        if (output.ByTag && Placeholders.HasTag(text)) return true;
        IReadOnlyList<string> keys = Placeholders.KeysOf(text);
        return output.Keys is { Count: > 0 } chunkKeys && chunkKeys.All(keys.Contains) && keys.All(chunkKeys.Contains);
    }

    private static void Pair(Plugin plugin, ReadSection settings, string name, string other)
    {
        if (settings.IsWritten(name) && !settings.IsWritten(other)) throw plugin.Refuse(FluentdCause.ParametersConflict, $"When you set '{name}', must set '{other}' together.", name);
    }

    private static void AtLeastZero(Plugin plugin, ReadSection settings, string name)
    {
        if (settings.Number(name) < 0) throw plugin.Refuse(FluentdCause.ValueInvalid, $"'{name}' must be greater than or equal to zero.", name);
    }

    private static bool IsFilled(ReadSection settings, string name) => settings.TryGet(name, out FluentdDatum? datum) && datum is FluentdDatum.Map { Items.Count: > 0 };

    private static void WarnOfType(Plugin plugin, ReadSection settings)
    {
        if (settings.Number("default_elasticsearch_version") is not { } version || !settings.TryText("type_name", out string? type) || settings.IsTrue("suppress_type_name")) return;
        if (version == 7 && type != "_doc") plugin.Warn(FluentdCause.PluginSpecific, "Detected ES 7.x: `_doc` will be used as the document `_type`.", plugin.Element.Origin, "type_name");
    }
}
