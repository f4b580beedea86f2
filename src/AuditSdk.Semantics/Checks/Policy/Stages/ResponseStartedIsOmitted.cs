using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>The only stage of a failed login is left out.</summary>
internal static class ResponseStartedIsOmitted
{
    /// <summary>AUD1012.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1012", "Failed logins are logged at ResponseStarted, which is left out", FindingSeverity.Warning);

    /// <summary>Looks at rules that log and that a request without a user can match.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            AuditStages omitted = context.OmittedFor(rule);
            if (!rule.Logs || !rule.IsForEveryone || !omitted.HasFlag(AuditStages.ResponseStarted) || (omitted.HasFlag(AuditStages.RequestReceived) && omitted.HasFlag(AuditStages.ResponseComplete))) continue;
            (Origin origin, PolicyPath path) = context.PlaceOf(AuditStages.ResponseStarted, index, rule);
            findings.Add(Descriptor.At(origin, path, "A request that fails to log in (401) has one event only, at ResponseStarted, so none of them is logged here. Leave out RequestReceived only."));
        }
    }
}
