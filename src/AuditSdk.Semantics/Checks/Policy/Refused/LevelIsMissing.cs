using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A rule does not say how much to log.</summary>
internal static class LevelIsMissing
{
    /// <summary>AUD1100.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1100", "A rule has no level", FindingSeverity.Error);

    /// <summary>Reports rules without a level.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> level, Origin rule, int index)
    {
        bool isMissing = level.State == NodeState.Absent || (level.IsKnown && level.Value.Length == 0);
        if (!isMissing) return null;
        PolicyPath path = new(index, PolicyField.Level);
        return Descriptor.Refusal(level.IsKnown ? level.Origin : rule, path, "This rule has no level, so kube-apiserver does not start. Give it None, Metadata, Request or RequestResponse.", ServerWording.Required(path));
    }
}
