using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>A time that audit events do not have.</summary>
internal static class TimeKeyIsNotInAuditEvents
{
    /// <summary>AUD2050.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2050", "Audit events have no such time", FindingSeverity.Warning);

    /// <summary>Looks at the json parsers of audit logs.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (JsonParse parse in JsonParse.In(context).Where(p => p.IsOfAuditLog && !p.ReadsTimeOfAuditEvent))
        {
            bool wantsTime = parse.TimeKey.IsKnown || (parse.TimeKey.State == NodeState.Absent && parse.Element.Has("time_format"));
            if (!wantsTime) continue;
            string key = parse.TimeKey.Or("time")!;
            Origin origin = parse.Element.OriginOf(parse.TimeKey.IsKnown ? "time_key" : "time_format");
            findings.Add(Descriptor.At(origin, $"Audit events (audit.k8s.io/v1) have no field '{key}', so that fluentd takes the time at which it reads them, without a word. Write time_key stageTimestamp and keep_time_key true.") with { Remedy = Mended(context, parse.Element) });
        }
    }

    // A format that reads the times of audit events stays; with one they are texts, where nobody says otherwise.
    private static FluentdEdit? Mended(FluentdCheckContext context, FluentdElement parse)
    {
        List<(string, string)> time = [("time_key", "stageTimestamp")];
        if (parse.Has("time_type")) time.Add(("time_type", "string"));
        if (parse.Text("time_format").Or(null) is not { } format || AuditTime.Read(format)?.ToString() != AuditTime.Exact) time.Add(("time_format", "%iso8601"));
        time.Add(("keep_time_key", "true"));
        return context.Set("Take the time of the stage from stageTimestamp, which stays in the record", parse, [.. time]);
    }
}
