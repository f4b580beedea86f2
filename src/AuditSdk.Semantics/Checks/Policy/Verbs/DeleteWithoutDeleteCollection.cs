using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary>delete is logged, deletecollection is not.</summary>
internal static class DeleteWithoutDeleteCollection
{
    /// <summary>AUD1047.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1047", "Deleting many at once is another verb", FindingSeverity.Info);

    /// <summary>Looks for rules that log delete in a policy that never logs deletecollection for the same.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => MissingVerb.Report(
        context, findings, Descriptor, "deletecollection", r => r.Verbs.Has("delete"), "A delete without a name, as kubectl delete --all can send it, has the verb 'deletecollection', and no rule logs it here. Add 'deletecollection'.");
}
