using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>A buffer where nothing is buffered.</summary>
internal static class BufferDoesNothing
{
    /// <summary>AUD2074.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2074", "A buffer does nothing", FindingSeverity.Warning);

    /// <summary>Looks for buffers of sources, filters and the null output.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Element.Name is "source" or "filter" || IsPlainNull(p)))
        {
            foreach (FluentdElement buffer in plugin.Element.Sections("buffer").Where(b => plugin.Kind == "output" || b.Nodes.Count == 0))
            {
                string fact = plugin.Kind == "output" ? "null throws events away, and with a buffer it keeps them first" : $"A {plugin.Element.Name} has no buffer, and fluentd says nothing of an empty one";
                findings.Add(Descriptor.At(buffer.Origin, $"{fact}. Take the <buffer> out, or write it into the <match> it is meant for.") with { Remedy = context.Remove("Delete the <buffer>, which does nothing", buffer) });
            }
        }
    }

    // With never_flush it plays a destination that fails, and the buffer is what it plays with.
    private static bool IsPlainNull(PluginSection plugin) => plugin.Is("output", "null") && plugin.Element.Flag("never_flush") is { State: NodeState.Absent } or { IsKnown: true, Value: false };
}
