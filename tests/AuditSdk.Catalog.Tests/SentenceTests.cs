using AuditSdk.Semantics.Catalog;

namespace AuditSdk.Catalog.Tests;

/// <summary>The parameters that real configurations set most often, counted over some two hundred of them, have a sentence for IntelliSense.</summary>
public class SentenceTests
{
    [Theory]
    [InlineData("input tail", "path tag pos_file read_from_head refresh_interval exclude_path rotate_wait multiline_flush_interval path_key emit_unmatched_lines")]
    [InlineData("input forward", "port bind")]
    [InlineData("input http", "port bind")]
    [InlineData("input sample", "tag sample rate")]
    [InlineData("input prometheus", "port bind")]
    [InlineData("filter record_transformer", "enable_ruby remove_keys auto_typecast renew_record")]
    [InlineData("filter record_modifier", "char_encoding remove_keys")]
    [InlineData("filter parser", "key_name reserve_data remove_key_name_field")]
    [InlineData("filter kubernetes_metadata", "kubernetes_url verify_ssl ca_file skip_labels watch")]
    [InlineData("parser json", "time_key time_type time_format keep_time_key")]
    [InlineData("parser regexp", "expression time_format time_key")]
    [InlineData("parser multiline", "format_firstline time_format")]
    [InlineData("output file", "path compress append")]
    [InlineData("output copy", "copy_mode")]
    [InlineData("output rewrite_tag_filter", "rule")]
    [InlineData("output forward", "transport tls_cert_path require_ack_response server")]
    [InlineData("output elasticsearch", "host port user password scheme index_name logstash_format logstash_prefix logstash_dateformat include_tag_key type_name ssl_verify reconnect_on_error reload_connections")]
    [InlineData("output s3", "s3_bucket s3_region path aws_key_id aws_sec_key")]
    [InlineData("output kafka2", "brokers default_topic")]
    [InlineData("output http", "endpoint")]
    [InlineData("buffer file", "path timekey timekey_wait timekey_use_utc retry_forever flush_interval chunk_limit_size total_limit_size flush_thread_count flush_mode overflow_action retry_max_interval flush_at_shutdown")]
    [InlineData("buffer memory", "flush_interval flush_thread_count chunk_limit_size")]
    [InlineData("storage local", "path persistent")]
    [InlineData("system system", "log_level workers root_dir")]
    public void ParameterThatPeopleUseMost_HasASentence(string plugin, string names)
    {
        CatalogBody body = CommittedCatalogs.Merged.Plugins.Single(p => $"{p.Kind} {p.Type}" == plugin).Body;

        Assert.All(names.Split(' '), name => Assert.False(string.IsNullOrEmpty(SentenceOf(body, name)), name));
    }

    private static string? SentenceOf(CatalogBody body, string name)
        => body.Parameters.SingleOrDefault(p => p.Name == name)?.Summary ?? body.Sections.SingleOrDefault(s => s.Name == name)?.Body.Summary;
}
