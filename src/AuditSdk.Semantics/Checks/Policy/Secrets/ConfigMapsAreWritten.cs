using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>Values of config maps in the log.</summary>
internal static class ConfigMapsAreWritten
{
    /// <summary>AUD1083.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1083", "Config maps are logged with their values", FindingSeverity.Warning);

    /// <summary>Asks whether a request on them is logged with a body that holds one.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => WrittenBodies.Report(context, findings, Descriptor, SensitiveKinds.ConfigMaps, "people keep passwords and kubeconfigs in config maps");
}
