using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Acceptance;

namespace AuditSdk.Semantics.Checks.Fluentd.Values;

/// <summary>A buffer that nobody empties.</summary>
internal static class FlushThreadsAreZero
{
    /// <summary>AUD2066.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2066", "No thread flushes the buffer", FindingSeverity.Error);

    /// <summary>Looks at each flush_thread_count.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> told = [];
        foreach (WrittenParameter parameter in context.Written.Where(p => p.Schema.Name == "flush_thread_count"))
        {
            if (ZeroValue.Of(parameter) is not { } zero || !told.Add(parameter.Origin)) continue;
            findings.Add(Descriptor.At(parameter.Origin, $"{parameter.Key} is {zero}: nothing is ever flushed, and events are lost when the buffer is full. Write 1 or more.") with { Remedy = context.SetAt("Flush with one thread", parameter.Origin, "1") });
        }
    }
}
