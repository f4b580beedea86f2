using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>What CIS Kubernetes Benchmark 3.2.2 asks an audit policy to cover, put to the analysis.</summary>
internal static class CisQuestions
{
    /// <summary>A request of anybody on a resource that is not logged; null where all are, or it is not known. Objects and users that a rule exempts by name do not count.</summary>
    public static RegionAnswer? Unlogged(PolicyCheckContext context, string group, string resource, string subresource, IEnumerable<string> verbs)
    {
        IEnumerable<PolicyRegion> regions = context.RequestsOn(new(group, resource, subresource), [.. verbs], context.ByAnybody, PolicyQuestions.One(context.OtherName));
        return regions.Select(r => context.Silence.Find(r, AuditLevel.None, AuditLevel.None)).FirstOrDefault(a => a.State == RegionState.Found);
    }

    /// <summary>One finding for each rule that keeps some of the resources out of the log.</summary>
    /// <param name="context">The policy.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <param name="descriptor">The check.</param>
    /// <param name="resources">Group, resource and subresource, with the verbs in question.</param>
    /// <param name="asked">What the benchmark asks for, up to the names.</param>
    /// <param name="advice">What to do.</param>
    public static void ReportUnlogged(PolicyCheckContext context, FindingSink findings, CheckDescriptor descriptor, IEnumerable<(string Group, string Resource, string Subresource, IEnumerable<string> Verbs)> resources, string asked, string advice)
    {
        var unlogged = resources.Select(r => (Name: PolicyWords.Resource(r.Group, r.Resource + (r.Subresource.Length == 0 ? "" : "/" + r.Subresource)), Answer: Unlogged(context, r.Group, r.Resource, r.Subresource, r.Verbs))).Where(u => u.Answer is not null);
        foreach (var rule in unlogged.GroupBy(u => u.Answer!.Rule).OrderBy(g => unchecked((uint)g.Key)))
        {
            RegionAnswer first = rule.First().Answer!;
            findings.Add(descriptor.At(context, first, $"The benchmark asks for {asked} {PolicyWords.List(rule.Select(u => u.Name))} to be logged, and '{first.Witness!.Verb}' is not. {advice}"));
        }
    }

    /// <summary>A finding where a request goes unlogged: at the rule with level None, or at the policy where no rule matches.</summary>
    public static Finding At(this CheckDescriptor descriptor, PolicyCheckContext context, RegionAnswer answer, string message)
    {
        if (answer.Rule < 0) return descriptor.At(context.Policy.Origin, message + " No rule matches it.") with { Counterexample = RequestLine.Of(answer.Witness!) };
        (Origin origin, PolicyPath path) = context.LevelOf(answer.Rule);
        return descriptor.At(origin, path, message) with { Counterexample = RequestLine.Of(answer.Witness!) };
    }
}
