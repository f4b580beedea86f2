using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Routing;

namespace AuditSdk.Semantics.Checks.Fluentd.Routing;

/// <summary>
/// The ways of events where workers have directives of their own: each worker has ways for itself. An event that one of them loses is lost; a step is unreached where it is so in every
/// worker that has it.
/// </summary>
internal static class WorkerViews
{
    // Numbers of workers are small; what only a hostile file has is not looked at.
    private const int MostWorkers = 64;

    /// <summary>Runs the checks of flow on what each worker sees.</summary>
    public static void Check(FluentdCheckContext whole, FindingSink findings)
    {
        FluentdElement root = whole.Root;
        if (!root.Sections("worker").Any() || WorkersOf(root) is not { } workers || workers > MostWorkers) return;
        View[] views = [.. Enumerable.Range(0, workers).Select(w => new View(w, whole)).GroupBy(v => v.Sections).Select(g => g.First())];
        foreach (FluentdCheck check in RoutingChecks.OfFlow.Where(c => c.Descriptor.Profile <= whole.Options.Profile))
        {
            IReadOnlyList<Finding>[] found = [.. views.Select(v => v.FindingsOf(check))];
            bool isOfSteps = RoutingChecks.IsOfSteps(check);
            foreach (Finding finding in found.SelectMany(f => f).GroupBy(f => f.Origin).Select(g => g.First()))
            {
                bool isReached = isOfSteps && views.Where((v, i) => v.Has(finding.Origin) && !found[i].Any(f => f.Origin == finding.Origin)).Any();
                if (!isReached) findings.Add(finding);
            }
        }
    }

    // Null where it is not known.
    private static int? WorkersOf(FluentdElement root)
    {
        if (root.Sections("system").FirstOrDefault() is not { } system) return root.IsOpen ? null : 1;
        return system.Text("workers") switch
        {
            { State: NodeState.Absent } => 1,
            { IsKnown: true, Value: var text } when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int workers) => workers,
            _ => null,
        };
    }

    private sealed class View(int worker, FluentdCheckContext whole)
    {
        private readonly HashSet<FluentdElement> _own = [.. FluentdRoutes.SectionsFor(worker, whole.Root)];
        private readonly FluentdCheckContext _context = new(FluentdRoutes.SeenBy(worker, whole.Root), whole.Options, whole.Cancellation) { Places = whole.Places };

        /// <summary>Which sections are this worker's: others with the same see the same.</summary>
        public string Sections => string.Join(" ", whole.Root.Sections("worker").Select((s, i) => _own.Contains(s) ? i : -1).Where(i => i >= 0));

        /// <summary>False for a place in the section of another worker.</summary>
        public bool Has(Origin place) => !whole.Root.Sections("worker").Where(s => !_own.Contains(s)).SelectMany(s => s.All).Any(e => e.Origin == place || e.Parameters.Any(p => p.Origin == place));

        public IReadOnlyList<Finding> FindingsOf(FluentdCheck check)
        {
            FindingSink found = new();
            check.Check(_context, found);
            return found.Findings;
        }
    }
}
