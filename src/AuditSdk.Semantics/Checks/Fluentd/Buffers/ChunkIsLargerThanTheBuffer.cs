using System.Numerics;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>A chunk that is never full.</summary>
internal static class ChunkIsLargerThanTheBuffer
{
    /// <summary>AUD2076.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2076", "A chunk may be larger than its buffer", FindingSeverity.Warning);

    private static readonly FluentdType Size = new("size");

    /// <summary>Compares the two limits of each buffer.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection buffer in context.Plugins.Where(p => p.Kind == "buffer"))
        {
            if (Bytes(buffer, "chunk_limit_size") is not { } chunk || Bytes(buffer, "total_limit_size") is not { } total || chunk <= total) continue;
            findings.Add(Descriptor.At(buffer.Element.OriginOf("chunk_limit_size"), "The buffer is full before one chunk is, and takes no more events until the chunk is flushed for its age. Write a total_limit_size of many chunks."));
        }
    }

    private static BigInteger? Bytes(PluginSection buffer, string name)
        => buffer.Element.Text(name) is { IsKnown: true, Value: var text } && Size.Read(text, name).Value is FluentdDatum.Integer { Value: var bytes } ? bytes : null;
}
