using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;
using AuditSdk.Semantics.Fluentd.Tags;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A filter or match that certainly sees no event.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Step">Its place there.</param>
/// <param name="Takers">The matches before it that take its events; none where nobody sends any.</param>
/// <param name="Sent">A tag that is sent, for a message; empty where none is known.</param>
internal sealed record UnreachedStep(RouteFlow Route, int Step, IReadOnlyList<int> Takers, string Sent)
{
    public FluentdElement Element => Route.Steps[Step].Step.Element!;

    public bool IsFilter => Route.Steps[Step].Step.IsFilter;
}

/// <summary>Finds the steps that no event reaches. A label that nothing enters is told once, by its own check.</summary>
internal static class UnreachedSteps
{
    public static IEnumerable<UnreachedStep> Of(FluentdCheckContext context)
    {
        if (context.Flow is not { } flow) yield break;
        foreach (RouteFlow route in flow.Routes)
        {
            bool isEntered = flow.Into(route).Any(i => i.Kind != InflowKind.Fluentd || FlowWords.IsOfFluentd(route.Route.Label));
            for (int i = 0; i < route.Steps.Count; i++)
            {
                if (route.Steps[i].Language is null || (route.Steps[i].Step.Pattern.Value.Alternatives.Count == 0) || IsTheRest(route, i, flow) || route.IsReached(i) != false) continue;
                IReadOnlyList<int> takers = route.Takers(i);
                if (takers.Count == 0 && !isEntered) takers = TakersOfAny(route, i, flow);
                if (takers.Count > 0) yield return new UnreachedStep(route, i, takers, "");
                else if (isEntered) yield return new UnreachedStep(route, i, takers, flow.Work.TagOf(route.In.Meant) is { } tag ? $", such as {tag}" : "");
            }
        }
    }

    // A match or filter for every tag at the end takes what is left, which may be nothing: it is there to be safe.
    private static bool IsTheRest(RouteFlow route, int step, TagFlow flow)
        => !route.Steps[step].Step.IsFilter && step == route.Steps.Count - 1 && flow.Work.IsPart(flow.Work.Languages.Any, route.Steps[step].Language!)
            && !route.Steps.Take(step).Any(s => s.Takes && flow.Work.IsPart(flow.Work.Languages.Any, s.Language!));

    // Where nothing is sent at all yet, as in a file of a part of a pipeline, what stands behind a match for the same tags is unreachable all the same.
    private static IReadOnlyList<int> TakersOfAny(RouteFlow route, int step, TagFlow flow)
    {
        TagLanguage own = route.Steps[step].Language!;
        for (int i = 0; i < step; i++)
        {
            if (route.Steps[i].Takes && route.Steps[i].MayOverlap(route.Steps[step]) && flow.Work.IsPart(own, route.Steps[i].Language!)) return [i];
        }

        return [];
    }
}
