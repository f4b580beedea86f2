using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary>create and update are logged, patch is not.</summary>
internal static class UpdateWithoutPatch
{
    /// <summary>AUD1048.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1048", "kubectl apply is a patch", FindingSeverity.Info);

    /// <summary>Looks for rules that log changes in a policy that never logs patch for the same. A rule for create alone may well be meant.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => MissingVerb.Report(
        context, findings, Descriptor, "patch", r => r.Verbs.Has("update") || (r.Verbs.Has("create") && r.Verbs.Has("delete")), "kubectl apply, scale and label send 'patch', and server-side apply creates objects with it; no rule logs it here. Add 'patch'.");
}
