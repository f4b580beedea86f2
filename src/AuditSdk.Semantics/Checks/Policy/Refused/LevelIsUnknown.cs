using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>A level is none of the four.</summary>
internal static class LevelIsUnknown
{
    private static readonly string[] Levels = ["None", "Metadata", "Request", "RequestResponse"];

    /// <summary>AUD1101.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1101", "A level is none of the four", FindingSeverity.Error);

    /// <summary>Reports levels that the server does not know.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => ServerValidation.Report(Descriptor, context, findings);

    internal static Finding? Of(Node<string> level, int index, string release)
    {
        if (!level.IsKnown || level.Value.Length == 0 || Levels.Contains(level.Value)) return null;
        PolicyPath path = new(index, PolicyField.Level);
        string? meant = Spelling.Nearest(level.Value, Levels);
        Remedy? remedy = meant is null ? null : new ReplaceText($"Write '{meant}'", path, meant);
        string hint = meant is null ? "Write None, Metadata, Request or RequestResponse." : $"Write '{meant}'.";
        return Descriptor.Refusal(level.Origin, path, $"'{level.Value}' is no audit level, so kube-apiserver does not start. {hint}", ServerWording.Unsupported(path, level.Value, release, Levels), remedy);
    }
}
