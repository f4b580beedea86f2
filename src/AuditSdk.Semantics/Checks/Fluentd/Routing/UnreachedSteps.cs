using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A filter or match that certainly sees no event.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Step">Its place there.</param>
/// <param name="Takers">The matches before it that take its events; none where nobody sends any.</param>
/// <param name="Sent">A tag that is sent, for a message; empty where none is known.</param>
internal sealed record UnreachedStep(RouteFlow Route, int Step, IReadOnlyList<int> Takers, string Sent)
{
    public FluentdElement Element => Route.Steps[Step].Step.Element!;

    /// <summary>Moves it before those that take its events, where that leaves each of them some; else takes it out, which changes no event's way.</summary>
    public FluentdEdit? Remedy(FluentdCheckContext context)
    {
        StepTags own = Route.Steps[Step];
        FluentdElement[] takers = [.. Takers.Select(t => Route.Steps[t].Step.Element!)];
        if (takers.Length == 0 && !own.Step.IsFilter && Route.Steps.Count(s => !s.Step.IsFilter) < 2) return null;
        if (takers.Length == 0 || (!own.Step.IsFilter && Takers.Any(t => Takes(own, Route.Steps[t])))) return context.Remove($"Delete {Element.Shown}, which no event reaches", Element);
        string effect = own.Step.IsFilter ? "so that it works on their events" : "and send it their events that it takes";
        return context.Move($"Move {Element.Shown} before {takers[0].Shown}, {effect}", Element, takers[0]);
    }

    private bool Takes(StepTags step, StepTags all) => step.Language is not { } language || all.Language is not { } other || Route.Work.IsPart(other, language);
}

/// <summary>Finds the steps that no event reaches. A label that nothing enters is told once, by its own check.</summary>
internal static class UnreachedSteps
{
    public static IEnumerable<UnreachedStep> Of(FluentdCheckContext context, bool filters)
    {
        if (context.Flow is not { } flow) yield break;
        // Sources that send nothing, such as those of metrics, are all that many a part of a pipeline has.
        bool isSent = flow.Routes.Any(r => flow.Into(r).Any(i => i.Kind == InflowKind.Source && HasTags(i)));
        foreach (RouteFlow route in flow.Routes)
        {
            bool isEntered = (isSent && route.Route.Label.Length == 0) || flow.Into(route).Any(i => (i.Kind != InflowKind.Fluentd || FlowWords.IsOfFluentd(route.Route.Label)) && HasTags(i));
            for (int i = 0; i < route.Steps.Count; i++)
            {
                StepTags step = route.Steps[i];
                if (step.Step.IsFilter != filters || step.Step.Pattern.Or(null) is not { Alternatives.Count: > 0 }) continue;
                if ((isEntered ? OfEvents(route, i, flow) : OfPatterns(route, i, flow)) is { } found) yield return found;
            }
        }

        bool HasTags(Inflow inflow) => inflow.Tags.May.Term != flow.Work.Languages.None.Term;
    }

    private static UnreachedStep? OfEvents(RouteFlow route, int step, TagFlow flow)
    {
        if (route.IsReached(step) != false || IsForTheRest(route, step, flow)) return null;
        IReadOnlyList<int> takers = route.Takers(step);
        string sent = takers.Count == 0 && flow.Work.TagOf(route.In.Meant) is { } tag ? $", such as {tag}" : "";
        return new UnreachedStep(route, step, takers, sent);
    }

    // Where nothing is sent, as in a file of a part of a pipeline, what stands behind a match for the same tags is unreachable all the same.
    private static UnreachedStep? OfPatterns(RouteFlow route, int step, TagFlow flow)
    {
        for (int i = 0; i < step; i++)
        {
            bool takes = route.Steps[i].Takes && route.Steps[i].MayOverlap(route.Steps[step]) && route.Steps[step].Language is { } own && flow.Work.IsPart(own, route.Steps[i].Language!);
            if (takes) return new UnreachedStep(route, step, [i], "");
        }

        return null;
    }

    // A match for every tag takes what is left, which may be nothing: it is there to be safe, and a filter before it too.
    private static bool IsForTheRest(RouteFlow route, int step, TagFlow flow)
    {
        if (!TakesAll(route.Steps[step], flow) || route.Steps.Take(step).Any(s => s.Takes && TakesAll(s, flow))) return false;
        return !route.Steps[step].Step.IsFilter || route.Steps.Skip(step).Any(s => !s.Step.IsFilter);
    }

    private static bool TakesAll(StepTags step, TagFlow flow) => step.Language is { } language && flow.Work.IsPart(flow.Work.Languages.Any, language);
}
