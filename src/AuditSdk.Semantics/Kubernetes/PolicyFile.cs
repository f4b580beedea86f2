using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>Files with an audit policy, in YAML or JSON, as kube-apiserver reads them.</summary>
public static class PolicyFile
{
    /// <summary>What can be wrong with a file, in the order of the ids. What can be wrong with the policy in it: <see cref="PolicyChecks.All"/>.</summary>
    public static IReadOnlyList<CheckDescriptor> Descriptors => FileFindings.Descriptors;

    /// <summary>Reads a file. Bad input is a finding, never an exception.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="file">Its name for findings; null where it has none.</param>
    /// <param name="release">The Kubernetes release that will read it, such as <c>1.36</c>.</param>
    public static PolicyReading Read(string text, string? file, string release) => new PolicyFileReader(text, file, release).Read();

    /// <summary>Reads a file and runs every check on it: findings of the file first, then those of the policy.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Check(string text, string? file, PolicyCheckOptions options, CancellationToken cancellation = default)
    {
        PolicyReading reading = Read(text, file, options.Release);
        IReadOnlyList<Finding> findings = CheckProfiles.Apply(reading.Findings, options.Profile);
        return reading.Document is null ? findings : [.. findings, .. PolicyChecks.Run(reading.Document, options, cancellation)];
    }
}
