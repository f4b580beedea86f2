using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>An API group is written with its version.</summary>
internal static class GroupHasVersion
{
    /// <summary>AUD1106.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1106", "A group is written with its version", FindingSeverity.Error);

    /// <summary>Reports groups such as apps/v1.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> group, PolicyPath path)
    {
        if (!group.IsKnown || !IsVersioned(group.Value)) return null;
        string meant = group.Value.Substring(0, group.Value.IndexOf('/'));
        bool isCertain = meant.Length == 0 || DnsSubdomain.Error(meant) is null;
        Remedy? remedy = isCertain ? new ReplaceText(meant.Length == 0 ? "Write '', the core group" : $"Write '{meant}'", path, meant) : null;
        string error = ServerWording.Invalid(path, group, DnsSubdomain.Error(group.Value)!);
        return Descriptor.Refusal(group.Origin, path, $"'{group.Value}' is a group with a version, so kube-apiserver does not start. A policy knows groups only: write '{meant}'.", error, remedy);
    }

    internal static bool IsVersioned(string group)
    {
        int slash = group.IndexOf('/');
        return slash >= 0 && slash + 2 < group.Length && group[slash + 1] == 'v' && group[slash + 2] is >= '0' and <= '9';
    }
}
