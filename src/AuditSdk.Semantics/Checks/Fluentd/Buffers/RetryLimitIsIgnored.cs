using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Buffers;

/// <summary>A limit of retries beside none.</summary>
internal static class RetryLimitIsIgnored
{
    /// <summary>AUD2072.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2072", "A limit of retries is not read", FindingSeverity.Warning);

    /// <summary>Looks for buffers that retry forever and have a limit.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (PluginSection plugin in context.Plugins.Where(p => p.Kind is "buffer" or "output"))
        {
            (string forever, string[] limits) = plugin.Kind == "buffer" ? ("retry_forever", (string[])["retry_max_times", "retry_timeout"]) : ("disable_retry_limit", ["retry_limit"]);
            if (!plugin.Element.Flag(forever).Or(false)) continue;
            foreach (string limit in limits.Where(plugin.Element.Has))
            {
                findings.Add(Descriptor.At(plugin.Element.OriginOf(limit), $"With {forever} true there is no limit, and {limit} is not read. Take one of them out.") with { Remedy = context.RemoveAt($"Delete {limit}, which is not read", plugin.Element.OriginOf(limit)) });
            }
        }
    }
}
