using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Plugins;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>Events that are only in memory until another host has them.</summary>
internal static class BufferIsInMemory
{
    /// <summary>AUD2071.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2071", "A buffer for another host is in memory", FindingSeverity.Info);

    private static readonly string[] Remote =
    [
        "forward", "http", "s3", "elasticsearch", "elasticsearch_dynamic", "elasticsearch_data_stream", "opensearch", "opensearch_data_stream", "kafka", "kafka2", "kafka_buffered", "rdkafka", "rdkafka2",
    ];

    /// <summary>Looks at outputs that send to other hosts.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection output in context.Plugins.Where(p => p.Kind == "output" && p.Element.Name != "secondary" && Remote.Contains(p.Type.Or(null))))
        {
            if (!IsInMemory(context, output)) continue;
            Origin origin = output.Element.Sections("buffer").FirstOrDefault()?.Origin ?? output.Element.Origin;
            findings.Add(Descriptor.At(origin, $"Events wait in memory until {output.Type.Value} has sent them, and are lost when fluentd is killed. Write <buffer> with @type file and a path that stays."));
        }
    }

    private static bool IsInMemory(FluentdCheckContext context, PluginSection output)
    {
        Node<string> type = output.Element.Sections("buffer").FirstOrDefault() is { } buffer ? buffer.Text("@type") : output.Element.Text("buffer_type");
        if (type.State != NodeState.Absent) return type.Or(null) == "memory";
        ParameterSchema? declared = context.Schemas.Find("output", output.Type.Value)?.Body.Section("buffer")?.Parameters.FirstOrDefault(p => p.Name == "@type");
        return !output.Element.IsOpen && declared?.Default == "memory";
    }
}
