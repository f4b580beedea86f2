using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Asked = AuditSdk.Semantics.Kubernetes.ResourceName;

namespace AuditSdk.Semantics.Checks.Policy.Cis;

/// <summary>What CIS Kubernetes Benchmark 3.2.2 asks an audit policy to cover, put to the analysis.</summary>
internal static class CisQuestions
{
    /// <summary>A request of anybody on a resource that is not logged; null where all are, or it is not known. Objects and users that a rule exempts by name do not count.</summary>
    public static RegionAnswer? Unlogged(PolicyCheckContext context, string group, string resource, string subresource, IEnumerable<string> verbs)
    {
        bool namespaced = context.Options.Catalog.Resource(group, resource)?.Namespaced ?? true;
        RegionAnswer answer = context.Silence.Find(
            context.ByAnybody with
            {
                Verbs = ValueList.From(verbs),
                Resources = PolicyQuestions.One(new Asked(group, resource, subresource)),
                Namespaces = namespaced ? context.EveryNamespace : PolicyQuestions.One(""),
                Names = ValueList.From([context.OtherName, ""]),
            },
            AuditLevel.RequestResponse);
        return answer.State == RegionState.Found ? answer : null;
    }

    /// <summary>A finding where a request goes unlogged: at the rule with level None, or at the policy where no rule matches.</summary>
    public static Finding At(this CheckDescriptor descriptor, PolicyCheckContext context, RegionAnswer answer, string message)
    {
        if (answer.Rule >= context.RuleCount) return descriptor.At(context.Policy.Origin, message + " No rule matches it.") with { Counterexample = RequestLine.Of(answer.Witness!) };
        (Origin origin, PolicyPath path) = context.LevelOf(answer.Rule);
        return descriptor.At(origin, path, message) with { Counterexample = RequestLine.Of(answer.Witness!) };
    }
}
