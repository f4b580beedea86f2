using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>A format that reads less than there is.</summary>
internal static class TimeFormatCutsAuditTimes
{
    /// <summary>AUD2053.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2053", "A time format cuts the times of audit events", FindingSeverity.Warning);

    /// <summary>Reads a time of an audit event with each format for one.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (JsonParse parse in JsonParse.In(context).Where(p => p.ReadsTimeOfAuditEvent && p.TimeType == "string"))
        {
            Node<string> format = parse.Element.Text("time_format");
            if (!format.IsKnown || AuditTime.Read(format.Value) is not { Error: null } read || read.ToString() == AuditTime.Exact) continue;
            findings.Add(Descriptor.At(format.Origin, $"'{format.Value}' reads {AuditTime.Example} as {read}. Write %Y-%m-%dT%H:%M:%S.%N%z, or %iso8601.") with { Remedy = context.SetAt("Write %iso8601, which reads all of it", format.Origin, "%iso8601") });
        }
    }
}
