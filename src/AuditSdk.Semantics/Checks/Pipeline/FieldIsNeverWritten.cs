using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Pipeline;

/// <summary>A field that the policy leaves out of every event.</summary>
internal static class FieldIsNeverWritten
{
    /// <summary>AUD3004.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD3004", "The policy has no event with this field", FindingSeverity.Warning);

    /// <summary>Looks at every use of a field that depends on level, stage or kind of request.</summary>
    public static void Check(PipelineCheckContext context, FindingSink findings)
    {
        foreach (FieldUse use in context.Uses)
        {
            if (Reason(context.Events, use.Path[0]) is { } reason) findings.Add(Descriptor.At(use.Origin, $"'{use.Key}' is in no event: {reason}. Change the policy, or take this out."));
        }
    }

    private static string? Reason(LoggedEvents events, string field) => field switch
    {
        "requestObject" => LacksLevels(events, AuditLevel.Request, AuditLevel.RequestResponse) ? "bodies of requests come at the levels Request and RequestResponse, and no rule of the policy logs anything at these" : null,
        "responseObject" => LacksLevels(events, AuditLevel.RequestResponse) ? "bodies of responses come at the level RequestResponse, and no rule of the policy logs anything at it" : null,
        "responseStatus" or "annotations" => events.Stages is [nameof(AuditStages.RequestReceived)] ? "it comes with the response, and the policy leaves out every stage but RequestReceived" : null,
        "objectRef" => events.Levels is { Count: > 0 } && events.HaveNoResources ? "it names the object of a request, and the policy logs requests on URLs alone" : null,
        _ => null,
    };

    // A policy that logs nothing has its own finding.
    private static bool LacksLevels(LoggedEvents events, params AuditLevel[] levels) => events.Levels is { Count: > 0 } all && !levels.Any(l => all.Contains(l.ToString()));
}
