using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>Keeps events until they are written: for <c>&lt;buffer&gt;</c>.</summary>
public abstract record BufferPlugin : Plugin
{
    /// <summary>A buffer of a type.</summary>
    /// <param name="type">The <c>@type</c>.</param>
    /// <param name="chunkKeys">What events are grouped by; none means the default of the output.</param>
    protected BufferPlugin(string type, ChunkKey[] chunkKeys)
        : base(type, null, 0)
        => ChunkKeys = [.. chunkKeys ?? []];

    /// <summary>What events are grouped by; empty means the default of the output (time for <c>file</c>, tag for most).</summary>
    public ValueList<ChunkKey> ChunkKeys { get; init; }

    internal override FluentdValue? Argument => ChunkKeys is { Count: > 0 } ? FluentdValue.Text(string.Join(',', ChunkKeys.Select(k => k.Name))) : null;
}
