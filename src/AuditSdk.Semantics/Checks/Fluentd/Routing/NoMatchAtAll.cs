using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>Sources without any match: fluentd starts, warns of each event, and keeps none.</summary>
internal static class NoMatchAtAll
{
    /// <summary>AUD2010.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2010", "There is no match at all, so every event is lost", FindingSeverity.Error);

    /// <summary>Looks for a match at any place.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || !flow.FluentdRoutes.IsComplete) return;
        if (flow.Routes.Any(r => r.IsOpen || r.Steps.Any(s => s.Step.Element is { Name: "match" }))) return;

        // Some sources send no events: those of prometheus are asked for numbers.
        if (flow.Inflows.FirstOrDefault(i => i.Kind == InflowKind.Source && i.Tags.May.Term != flow.Work.Languages.None.Term) is not { } first) return;
        findings.Add(Descriptor.At(first.Origin, "No <match> takes the events of the sources, so fluentd logs 'no patterns matched' and drops them. Write a <match> with an output for them.") with { Remedy = first.Target is { } route ? MissingMatch.Print(context, flow, route, first.Tags.Meant) : null });
    }
}
