using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A source, rule or relabel all of whose events no match takes.</summary>
internal static class EventsReachNoOutput
{
    /// <summary>AUD2013.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2013", "No match takes these events, so they are lost", FindingSeverity.Error);

    /// <summary>Asks the flow about everything that sends events. Where no match of a route takes any of them, that is one mistake and not one of each source.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || !flow.FluentdRoutes.IsComplete) return;
        foreach (RouteFlow route in flow.Routes.Where(r => !r.IsOpen && r.Steps.Any(s => !s.Step.IsFilter)))
        {
            Inflow[] written = [.. flow.Into(route).Where(i => i.IsWritten() && i.Target is not null)];
            Inflow[] lost = [.. written.Where(i => IsLost(flow, route, i))];
            if (lost.Length > 1 && written.All(i => flow.Work.IsEmpty(i.Tags.Meant.And(route.Taken)))) Report(context, flow, route, lost, findings);
            else foreach (Inflow inflow in lost) Report(context, flow, route, [inflow], findings);
        }
    }

    private static bool IsLost(TagFlow flow, RouteFlow route, Inflow inflow)
        => flow.Work.IsEmpty(inflow.Tags.May.And(route.Taken)) && flow.Work.TagOf(inflow.Tags.May) is not null;

    private static void Report(FluentdCheckContext context, TagFlow flow, RouteFlow route, Inflow[] lost, FindingSink findings)
    {
        if ((flow.Work.TagOf(lost[0].Tags.Meant) ?? flow.Work.TagOf(lost[0].Tags.May)) is not { } tag) return;
        string who = lost.Length == 1 ? "every event that comes from here" : $"every event of this and {lost.Length - 1} more";
        findings.Add(Descriptor.At(lost[0].Origin, $"No <match> of {FlowWords.Name(route)} takes tag '{tag}', so fluentd logs 'no patterns matched' and drops {who}. Write a <match> for {(lost.Length == 1 ? "it" : "them")}, or send another tag.") with
        {
            Counterexample = tag,
            Remedy = MissingMatch.Print(context, flow, route, lost.Aggregate(flow.Work.Languages.None, (all, i) => all.Or(i.Tags.Meant))),
            Related = ValueList.From(lost.Skip(1).Select(i => i.Origin)),
        });
    }
}
