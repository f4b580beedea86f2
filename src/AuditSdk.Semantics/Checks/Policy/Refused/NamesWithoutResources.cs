using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>An entry has resourceNames and no resources.</summary>
internal static class NamesWithoutResources
{
    /// <summary>AUD1109.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1109", "resourceNames stands without resources", FindingSeverity.Error);

    /// <summary>Reports names of nothing.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(GroupResourcesNode entry, int rule, int place, string release)
    {
        bool hasNames = entry.ResourceNames.IsKnown && entry.ResourceNames.Value.Count > 0;
        bool hasNoResources = entry.Resources.State == NodeState.Absent || (entry.Resources.IsKnown && entry.Resources.Value.Count == 0);
        if (!hasNames || !hasNoResources) return null;
        PolicyPath path = new(rule, PolicyField.ResourceNames, place);
        string error = ServerWording.Invalid(path, entry.ResourceNames, release, "using resourceNames requires at least one resource");
        return Descriptor.Refusal(entry.ResourceNames.Origin, path, "resourceNames stands without resources, so kube-apiserver does not start. Say in resources which objects these are names of.", error);
    }
}
