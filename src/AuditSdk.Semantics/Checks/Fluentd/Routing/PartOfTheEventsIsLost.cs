using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A source or rule with many tags, some of which no match takes.</summary>
internal static class PartOfTheEventsIsLost
{
    /// <summary>AUD2014.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2014", "No match takes some of these events", FindingSeverity.Warning);

    /// <summary>Asks the flow about everything that sends events under tags that are likely to come.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || !flow.FluentdRoutes.IsComplete) return;
        foreach (Inflow inflow in flow.Inflows)
        {
            if (!inflow.IsWritten() || inflow.Target is not { IsOpen: false } target || target.Steps.All(s => s.Step.IsFilter)) continue;
            TagLanguage left = target.Left(inflow.Tags.Meant);
            if (left.Term == flow.Work.Languages.None.Term || flow.Work.TagOf(left) is not { } tag) continue;
            if (flow.Work.IsEmpty(inflow.Tags.May.And(target.Taken))) continue;
            findings.Add(Descriptor.At(inflow.Origin, $"No <match> of {FlowWords.Name(target)} takes tag '{tag}', which may come from here: fluentd logs 'no patterns matched' and drops such events. Write a <match> for the rest, with @type null where they are not wanted.") with { Counterexample = tag, Remedy = MissingMatch.Drop(context, flow, target, left) });
        }
    }
}
