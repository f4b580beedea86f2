using AuditSdk.Semantics.Checks.Policy.Refused;
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
        new(LevelIsMissing.Descriptor, LevelIsMissing.Check),
        new(LevelIsUnknown.Descriptor, LevelIsUnknown.Check),
        new(StageIsUnknown.Descriptor, StageIsUnknown.Check),
        new(UrlHasNoLeadingSlash.Descriptor, UrlHasNoLeadingSlash.Check),
        new(UrlWildcardIsNotLast.Descriptor, UrlWildcardIsNotLast.Check),
        new(UrlsStandWithResources.Descriptor, UrlsStandWithResources.Check),
        new(GroupHasVersion.Descriptor, GroupHasVersion.Check),
        new(GroupIsNoDnsName.Descriptor, GroupIsNoDnsName.Check),
        new(GroupStarIsTooNew.Descriptor, GroupStarIsTooNew.Check),
        new(NamesWithoutResources.Descriptor, NamesWithoutResources.Check),
        new(PolicyHasNoRules.Descriptor, PolicyHasNoRules.Check),
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

        return sink.Findings;
    }
}
