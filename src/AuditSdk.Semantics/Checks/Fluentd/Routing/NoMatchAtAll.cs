using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>Sources without any match: fluentd starts, warns of each event, and keeps none.</summary>
internal static class NoMatchAtAll
{
    /// <summary>AUD2010.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2010", "There is no match at all, so every event is lost", FindingSeverity.Error);

    /// <summary>Looks for a match at any place.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow || !flow.FluentdRoutes.IsComplete || flow.FluentdRoutes.Sources.Count == 0) return;
        if (flow.Routes.Any(r => r.IsOpen || r.Steps.Any(s => s.Step.Element is { Name: "match" }))) return;
        findings.Add(Descriptor.At(flow.FluentdRoutes.Sources[0].Element.Origin, "No <match> takes the events of the sources, so fluentd logs 'no patterns matched' and drops them. Write a <match> with an output for them."));
    }
}
