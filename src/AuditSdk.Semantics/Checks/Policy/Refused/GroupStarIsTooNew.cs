using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>The group <c>*</c> is used with a server that does not know it yet.</summary>
internal static class GroupStarIsTooNew
{
    private const int First = 36;

    /// <summary>AUD1108.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1108", "The group '*' needs Kubernetes 1.36", FindingSeverity.Error);

    /// <summary>Reports the group * before 1.36.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> group, PolicyPath path, string release)
    {
        if (!group.IsKnown || group.Value != "*" || KubernetesRelease.IsFrom(release, First)) return null;
        string error = ServerWording.Invalid(path, group, DnsSubdomain.Error("*")!);
        return Descriptor.Refusal(group.Origin, path, $"kube-apiserver {release} does not know the group '*' and does not start; 1.36 is the first that does. Name the groups, or leave resources out where all of them are meant.", error);
    }
}
