using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd.Times;

/// <summary>The time of an audit event that its record loses.</summary>
internal static class TimeKeyIsTakenOut
{
    /// <summary>AUD2055.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2055", "The parser takes the time out of audit events", FindingSeverity.Info);

    /// <summary>Looks for times of audit events without keep_time_key.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        foreach (JsonParse parse in JsonParse.In(context).Where(p => p.ReadsTimeOfAuditEvent))
        {
            Node<bool> keeps = parse.Element.Flag("keep_time_key");
            if (keeps.State == NodeState.Unknown || keeps.Or(false)) continue;
            findings.Add(Descriptor.At(parse.TimeKey.Origin, $"fluentd takes '{parse.TimeKey.Value}' out of the record when it reads the time, and what is stored is no longer the event that the API server wrote. Write keep_time_key true.") with { Remedy = context.Set("Keep the time in the record", parse.Element, ("keep_time_key", "true")) });
        }
    }
}
