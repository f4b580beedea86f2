using AuditSdk.Semantics.Checks.Fluentd.Accepted;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>A placeholder without its chunk key in an output that replaces placeholders but never checks them.</summary>
internal static class PlaceholderStaysText
{
    /// <summary>AUD2077.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2077", "A placeholder is not replaced", FindingSeverity.Warning);

    // Of Elasticsearch's names "%" is a time in all of these, and so nobody's own text.
    private static readonly string[] Names = ["index_name", "logstash_prefix", "template_name", "deflector_alias", "application_name", "pipeline"];

    /// <summary>Looks at the names of indexes and at the addresses of requests.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection output in context.Plugins.Where(p => p.Kind == "output" && p.Element.Name != "secondary" && !p.Element.IsOpen))
        {
            string[] parameters = output.Type.Or(null) switch { "elasticsearch" or "opensearch" => Names, "http" => ["endpoint"], _ => [] };
            if (parameters.Length == 0 || CauseRemedies.ChunkKeysOf(context, output.Element) is not { } keys) continue;
            foreach (FluentdParameter parameter in output.Element.Parameters.Where(p => parameters.Contains(p.Key)))
            {
                if (Missing(parameter, keys) is { } key) findings.Add(Finding(context, parameter, key));
            }
        }
    }

    // By time, chunks are flushed by another clock: how is not ours to say.
    private static Finding Finding(FluentdCheckContext context, FluentdParameter parameter, string key) => key == "time"
        ? Descriptor.At(parameter.Origin, $"Times such as %Y are not replaced in '{parameter.Key}', since 'time' is not among the chunk keys, and fluentd never says so. Add 'time' to <buffer>, with timekey, and flush_mode interval where flush_interval is to count.")
        : Descriptor.At(parameter.Origin, $"${{{key}}} is not replaced in '{parameter.Key}', since '{key}' is not among the chunk keys, and fluentd says so only when it writes a chunk. Add '{key}' to <buffer>.") with { Remedy = CauseRemedies.ChunkKeys(context, parameter.Origin) };

    // The first that the text asks for and the buffer does not have.
    private static string? Missing(FluentdParameter parameter, string[] keys)
    {
        if (parameter.Value.Parts is not { } parts) return null;
        string text = string.Concat(parts.Select(p => p.IsRuby ? "\0" : p.Text));
        if (Placeholders.HasTag(text) && !keys.Contains("tag")) return "tag";
        if (Placeholders.KeysOf(text).FirstOrDefault(k => !keys.Contains(k)) is { } key) return key;
        return parameter.Key != "endpoint" && TimeDirectives.Of(text).Length > 0 && !keys.Contains("time") ? "time" : null;
    }
}
