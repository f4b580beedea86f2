using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>A format that is not that of the times of audit events.</summary>
internal static class TimeFormatDoesNotReadAuditTimes
{
    /// <summary>AUD2052.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2052", "A time format does not read the times of audit events", FindingSeverity.Error);

    /// <summary>Reads a time of an audit event with each format for one.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (JsonParse parse in JsonParse.In(context).Where(p => p.ReadsTimeOfAuditEvent && p.TimeType == "string"))
        {
            Node<string> format = parse.Element.Text("time_format");
            if (!format.IsKnown || AuditTime.Read(format.Value) is not { Error: { } error }) continue;
            findings.Add(Descriptor.At(format.Origin, $"'{format.Value}' does not read {AuditTime.Example}, and fluentd drops every event. Write %Y-%m-%dT%H:%M:%S.%N%z, or %iso8601.") with { Detail = error, Remedy = context.SetAt("Write %iso8601, which reads it: events are no longer dropped", format.Origin, "%iso8601") });
        }
    }
}
