using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>The filters and matches that certainly see events of the audit log and no others.</summary>
internal sealed class AuditSteps
{
    // Outputs that send events on as they are.
    private static readonly string[] Senders = ["relabel", "rewrite_tag_filter", "copy", "roundrobin"];

    private readonly PipelineCheckContext _context;
    private readonly TagFlow _flow;
    private readonly Dictionary<(RouteFlow Route, int Step), bool> _known = [];

    private AuditSteps(PipelineCheckContext context, TagFlow flow) => (_context, _flow) = (context, flow);

    /// <summary>The sections of the steps.</summary>
    public static IEnumerable<FluentdElement> In(PipelineCheckContext context)
    {
        // The flow is much work, and few pipelines look into events.
        if (!context.Pipeline.Root.All.Any(e => e.Name is "filter" or "match" && FieldUse.In(e).Any()) || context.Pipeline.Flow is not { } flow) yield break;
        AuditSteps steps = new(context, flow);
        foreach (RouteFlow route in flow.Routes)
        {
            for (int i = 0; i < route.Steps.Count; i++)
            {
                if (route.Steps[i].Step.Element is { } element && FieldUse.In(element).Any() && steps.SeesAuditEventsAlone(route, i)) yield return element;
            }
        }
    }

    private bool SeesAuditEventsAlone(RouteFlow route, int step)
    {
        if (_known.TryGetValue((route, step), out bool known)) return known;

        // In a circle, what comes round is what came in.
        _known[(route, step)] = true;
        TagLanguage tags = route.Reach(step).May;
        Inflow[] inflows = [.. _flow.Into(route).Where(i => !_flow.Work.IsEmpty(i.Tags.May.And(tags)))];
        return _known[(route, step)] = inflows.Length > 0 && Array.TrueForAll(inflows, AreAuditEvents);
    }

    private bool AreAuditEvents(Inflow inflow) => inflow switch
    {
        { Kind: InflowKind.Source, Plugin: { } source } => _context.IsOfAuditLog(source),
        { Kind: InflowKind.Rule or InflowKind.Relabel, Plugin: { } output } => Senders.Contains(output.Text("@type").Or("")) && IsInsideOfAuditStep(output),
        _ => false,
    };

    private bool IsInsideOfAuditStep(FluentdElement output)
    {
        foreach (RouteFlow route in _flow.Routes)
        {
            for (int i = 0; i < route.Steps.Count; i++)
            {
                if (route.Steps[i].Step.Element?.All.Any(e => ReferenceEquals(e, output)) == true) return SeesAuditEventsAlone(route, i);
            }
        }

        return false;
    }
}
