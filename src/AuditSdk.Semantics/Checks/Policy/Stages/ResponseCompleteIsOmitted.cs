using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>The stage with the bodies and the response code is left out.</summary>
internal static class ResponseCompleteIsOmitted
{
    /// <summary>AUD1011.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1011", "ResponseComplete is left out", FindingSeverity.Warning);

    /// <summary>Looks at rules that log and have other stages left; without any, AUD1010 tells.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            AuditStages omitted = context.OmittedFor(rule);
            if (!rule.Logs || !omitted.HasFlag(AuditStages.ResponseComplete) || (omitted.HasFlag(AuditStages.RequestReceived) && omitted.HasFlag(AuditStages.ResponseStarted))) continue;
            (Origin origin, PolicyPath path) = context.PlaceOf(AuditStages.ResponseComplete, index, rule);
            string rest = omitted.HasFlag(AuditStages.RequestReceived) ? "Short requests have no other stage, so they are not logged at all" : "The response code and the bodies come with it and with no other stage of a short request";
            findings.Add(Descriptor.At(origin, path, $"{rest}. Leave out RequestReceived only."));
        }
    }
}
