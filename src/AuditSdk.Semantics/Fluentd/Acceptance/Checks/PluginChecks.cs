using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What the code of one plugin does in its configure, before and after what every plugin does.</summary>
internal abstract class PluginChecks
{
    private static readonly PluginChecks None = new NoChecks();

    private static readonly Dictionary<string, PluginChecks> ByPlugin = new(StringComparer.Ordinal)
    {
        ["buffer.file"] = new FileBufferChecks("buf_file"),
        ["buffer.file_single"] = new FileBufferChecks("buf_file_single"),
        ["filter.grep"] = new GrepChecks(),
        ["filter.parser"] = new ParserFilterChecks(),
        ["filter.record_transformer"] = new RecordTransformerChecks(),
        ["filter.stdout"] = new FlatNameChecks(["inject", "formatter"]),
        ["formatter.csv"] = new CsvFormatterChecks(),
        ["formatter.stdout"] = new StdoutFormatterChecks(),
        ["input.exec"] = new ExecInputChecks(),
        ["input.forward"] = new ForwardInputChecks(),
        ["input.http"] = new HttpInputChecks(),
        ["input.dummy"] = new SampleChecks(),
        ["input.s3"] = new FlatNameChecks(["parser"]),
        ["input.rdkafka_group"] = new FlatNameChecks(["parser"]),
        ["input.sample"] = new SampleChecks(),
        ["input.syslog"] = new SyslogInputChecks(),
        ["input.tail"] = new TailChecks(),
        ["input.tcp"] = new SocketInputChecks(),
        ["input.udp"] = new SocketInputChecks(),
        ["output.copy"] = new CopyChecks(),
        ["output.elasticsearch"] = new ElasticsearchChecks(),
        ["output.elasticsearch_data_stream"] = new ElasticsearchChecks(),
        ["output.elasticsearch_dynamic"] = new ElasticsearchChecks(),
        ["output.exec"] = new FlatNameChecks(["inject", "formatter", "buffer"], "time"),
        ["output.exec_filter"] = new ExecFilterChecks(),
        ["output.file"] = new FileOutputChecks(),
        ["output.forest"] = new ForestChecks(),
        ["output.forward"] = new ForwardOutputChecks(),
        ["output.http"] = new HttpOutputChecks(),
        ["output.rewrite_tag_filter"] = new RewriteTagFilterChecks(),
        ["output.secondary_file"] = new SecondaryFileChecks(),
        ["output.stdout"] = new FlatNameChecks(["inject", "formatter"]),
        ["parser.multiline"] = new MultilineParserChecks(),
        ["parser.json"] = new JsonParserChecks(),
        ["parser.regexp"] = new RegexpParserChecks(),
        ["service_discovery.file"] = new FileDiscoveryChecks(),
        ["storage.local"] = new LocalStorageChecks(),
    };

    /// <summary>The checks of a plugin. A gem's plugin without checks here may refuse more.</summary>
    public static PluginChecks Of(PluginSchema schema)
        => ByPlugin.TryGetValue($"{schema.Kind}.{schema.Type}", out PluginChecks? checks) ? checks
            : schema.Kind == "parser" && schema.Gem is null ? new ParserChecks()
            : schema.Gem is not null && schema.IsComplete ? new OpenChecks()
            : None;

    public virtual void Before(Plugin plugin)
    {
    }

    public virtual void After(Plugin plugin)
    {
    }

    private sealed class NoChecks : PluginChecks;
}
