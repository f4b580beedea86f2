using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>An API group is no DNS name.</summary>
internal static class GroupIsNoDnsName
{
    /// <summary>AUD1107.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1107", "A group is no DNS name", FindingSeverity.Error);

    /// <summary>Reports groups with capitals, blanks, underscores or stars.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> group, PolicyPath path)
    {
        if (!group.IsKnown || group.Value is "" or "*" || GroupHasVersion.IsVersioned(group.Value)) return null;
        if (DnsSubdomain.Error(group.Value) is not { } wrong) return null;
        string lower = group.Value.Trim().ToLowerInvariant();
        bool isCertain = lower.Length > 0 && DnsSubdomain.Error(lower) is null;
        Remedy? remedy = isCertain ? new ReplaceText($"Write '{lower}'", path, lower) : null;
        string hint = isCertain ? $"Write '{lower}'." : "A group is a name such as 'apps' or 'rbac.authorization.k8s.io', or '' for the core group.";
        return Descriptor.Refusal(group.Origin, path, $"'{group.Value}' is no name of an API group, so kube-apiserver does not start. {hint}", ServerWording.Invalid(path, group, wrong), remedy);
    }
}
