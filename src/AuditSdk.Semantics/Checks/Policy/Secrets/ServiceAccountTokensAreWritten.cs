using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>Signed tokens in the log.</summary>
internal static class ServiceAccountTokensAreWritten
{
    /// <summary>AUD1081.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1081", "Tokens of service accounts are logged", FindingSeverity.Error);

    /// <summary>Asks whether a request on them is logged with a body that holds one.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => WrittenBodies.Report(context, findings, Descriptor, SensitiveKinds.ServiceAccountTokens, "it holds the signed token");
}
