using AuditSdk.Semantics.Checks.Policy.Stages;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Noise;

/// <summary>Two events for each request, of which the first says nothing more.</summary>
internal static class RequestReceivedIsLogged
{
    /// <summary>AUD1093.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1093", "Every request is logged twice", FindingSeverity.Info);

    /// <summary>Looks for policies that nowhere leave out RequestReceived; one that does so in some rules has thought of it.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        if (!context.Policy.OmitStages.IsWhollyKnown || !context.Rules.Any(r => r.Rule.Logs)) return;
        if (OmittedStages.Of(context.Policy.OmitStages).HasFlag(AuditStages.RequestReceived)) return;
        if (context.Policy.Rules.Value.Any(r => !r.IsKnown || !r.Value.OmitStages.IsWhollyKnown || r.Value.OmitStages.Has("RequestReceived"))) return;
        Remedy remedy = new AddValues("Leave out RequestReceived", new PolicyPath(-1, PolicyField.OmitStages), PolicyQuestions.One("RequestReceived"));
        findings.Add(Descriptor.At(context.Policy.Origin, "Each request is logged when it arrives and again when it is answered, and the second event says all that the first does: nearly half of the lines. Write omitStages: [\"RequestReceived\"] for the policy.") with { Remedy = remedy });
    }
}
