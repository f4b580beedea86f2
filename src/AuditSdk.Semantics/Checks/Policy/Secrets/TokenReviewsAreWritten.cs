using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Secrets;

/// <summary>Tokens under review in the log.</summary>
internal static class TokenReviewsAreWritten
{
    /// <summary>AUD1082.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1082", "Tokens under review are logged", FindingSeverity.Error);

    /// <summary>Asks whether a request on them is logged with a body that holds one.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings) => WrittenBodies.Report(context, findings, Descriptor, SensitiveKinds.TokenReviews, "it holds the token under review");
}
