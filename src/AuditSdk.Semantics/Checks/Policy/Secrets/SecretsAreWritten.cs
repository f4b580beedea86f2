using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>Values of secrets in the log.</summary>
internal static class SecretsAreWritten
{
    /// <summary>AUD1080.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1080", "Secrets are logged with their values", FindingSeverity.Error);

    /// <summary>Asks whether a request on them is logged with a body that holds one.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => WrittenBodies.Report(context, findings, Descriptor, SensitiveKinds.Secrets, "it holds the values in clear");
}
