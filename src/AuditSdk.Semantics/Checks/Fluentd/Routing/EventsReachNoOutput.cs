using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A source, rule or relabel all of whose events no match takes.</summary>
internal static class EventsReachNoOutput
{
    /// <summary>AUD2013.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2013", "No match takes these events, so they are lost", FindingSeverity.Error);

    /// <summary>Asks the flow about everything that sends events.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || !flow.FluentdRoutes.IsComplete) return;
        foreach (Inflow inflow in flow.Inflows)
        {
            if (!inflow.IsWritten() || inflow.Target is not { IsOpen: false } target || target.Steps.All(s => s.Step.IsFilter)) continue;
            bool isTaken = target.Steps.Any(s => s.Takes && !flow.Work.IsEmpty(inflow.Tags.May.And(s.Language!)));
            if (isTaken || flow.Work.TagOf(inflow.Tags.May) is not { } tag) continue;
            findings.Add(Descriptor.At(inflow.Origin, $"No <match> of {FlowWords.Name(target)} takes tag '{tag}', so fluentd logs 'no patterns matched' and drops every event that comes from here. Write a <match> for it, or send another tag.") with { Counterexample = tag });
        }
    }
}
