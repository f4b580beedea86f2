using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>A filter before a rewrite_tag_filter that takes the new tags too: events pass it once more.</summary>
internal static class FilterSeesEventsTwice
{
    /// <summary>AUD2024.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2024", "A filter works on events twice", FindingSeverity.Info);

    /// <summary>Looks at rules whose events come back into the route in which they stand.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        if (context.Flow is not { } flow) return;
        HashSet<Origin> told = [];
        foreach (Inflow rule in flow.Inflows.Where(i => i.Kind == InflowKind.Rule && i.Target is not null))
        {
            RouteFlow route = rule.Target!;
            int match = route.Steps.TakeWhile(s => !ReferenceEquals(s.Step.Element, rule.Plugin)).Count();
            for (int i = 0; match < route.Steps.Count && i < match; i++)
            {
                // What grep lets through once it lets through again.
                if (route.Steps[i] is not { Language: { } language, Step: { IsFilter: true, Element: { } filter } } || filter.Text("@type").Or("grep") == "grep") continue;
                if (!flow.Work.IsPart(route.Reach(match).May, language) || !flow.Work.IsPart(rule.Tags.May, language) || flow.Work.TagOf(rule.Tags.May) is not { } tag || !told.Add(filter.Origin)) continue;
                findings.Add(Descriptor.At(filter.Origin, $"{FlowWords.Name(rule.Plugin!)} sends events back to the top of {FlowWords.Name(route)} under tags such as '{tag}', which {filter.Shown} takes as well: it changes them a second time. Give the filter the first tags only, or the rule a label.") with { Counterexample = tag, Related = ValueList.From([rule.Plugin!.Origin]) });
            }
        }
    }
}
