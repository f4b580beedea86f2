using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Flow;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>Events that are sent back to where they came from, until Ruby's stack overflows.</summary>
internal static class RewriteLoops
{
    /// <summary>AUD2016.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD2016", "Events are sent in a circle", FindingSeverity.Error);

    /// <summary>Looks at what becomes of an event for each rule. A relabel without a label is told by its own check.</summary>
    public static void Check(FluentdCheckContext context, FindingSink findings)
    {
        HashSet<Origin> told = [];
        foreach (EventRun run in context.Runs)
        {
            IReadOnlyList<FluentdElement> circle = run.Circle;
            if (circle.Count == 0 || circle.All(IsBareRelabel)) continue;
            FluentdElement first = circle.OrderBy(m => (m.Origin.Line, m.Origin.Column)).First(m => !IsBareRelabel(m));
            if (!told.Add(first.Origin)) continue;
            string way = circle.Count == 1 ? $"comes back to {first.Shown} with each new tag" : $"goes round through {string.Join(" and ", circle.Take(4).Select(FlowWords.Name))}";
            findings.Add(Descriptor.At(first.Origin, $"An event with {run.Shown} {way}, until fluentd gives up with a SystemStackError and loses it. Give it a tag that this match does not take, or put what follows into a label of its own.") with
            {
                Counterexample = run.Shown,
                Related = ValueList.From(circle.Where(m => !ReferenceEquals(m, first)).Select(m => m.Origin)),
            });
        }
    }

    private static bool IsBareRelabel(FluentdElement match) => match.Text("@type").Or(null) == "relabel" && match.Text("@label").State == NodeState.Absent;
}
