using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>All checks of a policy, the same for the compiler, the build and the command line.</summary>
public static class PolicyChecks
{
    /// <summary>The checks in the order of their ids.</summary>
    public static IReadOnlyList<PolicyCheck> All { get; } =
    [
        new(EveryRuleIsNone.Descriptor, EveryRuleIsNone.Check),
    ];

    /// <summary>Checks a policy.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Run(PolicyDocument policy, PolicyCheckOptions options, CancellationToken cancellation = default)
    {
        PolicyCheckContext context = new(policy, options, cancellation);
        FindingSink sink = new();
        foreach (PolicyCheck check in All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (check.Descriptor.Profile <= options.Profile) check.Check(context, sink);
        }

        return options.Profile < CheckProfile.Strict ? sink.Findings : [.. sink.Findings.Select(AtLeastAWarning)];
    }

    private static Finding AtLeastAWarning(Finding finding) => finding.Severity == FindingSeverity.Info ? finding with { Severity = FindingSeverity.Warning } : finding;
}
