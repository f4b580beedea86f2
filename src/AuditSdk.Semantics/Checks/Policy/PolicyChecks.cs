using System.Globalization;
using AuditSdk.Semantics.Checks.Policy.Cis;
using AuditSdk.Semantics.Checks.Policy.Namespaces;
using AuditSdk.Semantics.Checks.Policy.Noise;
using AuditSdk.Semantics.Checks.Policy.Reach;
using AuditSdk.Semantics.Checks.Policy.Refused;
using AuditSdk.Semantics.Checks.Policy.Resources;
using AuditSdk.Semantics.Checks.Policy.Secrets;
using AuditSdk.Semantics.Checks.Policy.Stages;
using AuditSdk.Semantics.Checks.Policy.Urls;
using AuditSdk.Semantics.Checks.Policy.Users;
using AuditSdk.Semantics.Checks.Policy.Verbs;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>All checks of a policy, the same for the compiler, the build and the command line.</summary>
public static class PolicyChecks
{
    /// <summary>The checks as one in .editorconfig: <c>dotnet_analyzer_diagnostic.category-AuditPolicy.severity</c>.</summary>
    public const string Category = "AuditPolicy";

    private const int MostListed = 100;

    /// <summary>The checks in the order of their ids.</summary>
    public static IReadOnlyList<PolicyCheck> All { get; } =
    [
        new(RuleIsUnreachable.Descriptor, RuleIsUnreachable.Check),
        new(RuleIsRedundant.Descriptor, RuleIsRedundant.Check),
        new(RestIsNotLogged.Descriptor, RestIsNotLogged.Check),
        new(EveryRuleIsNone.Descriptor, EveryRuleIsNone.Check),
        new(UrlStarIsNoCatchAll.Descriptor, UrlStarIsNoCatchAll.Check),
        new(ResourceStarIsNoCatchAll.Descriptor, ResourceStarIsNoCatchAll.Check),
        new(ValueIsRepeated.Descriptor, ValueIsRepeated.Check),
        new(NoClientReachesRule.Descriptor, NoClientReachesRule.Check),
        new(EveryStageIsOmitted.Descriptor, EveryStageIsOmitted.Check),
        new(ResponseCompleteIsOmitted.Descriptor, ResponseCompleteIsOmitted.Check),
        new(ResponseStartedIsOmitted.Descriptor, ResponseStartedIsOmitted.Check),
        new(RuleCannotBringBackAStage.Descriptor, RuleCannotBringBackAStage.Check),
        new(NoneRuleOmits.Descriptor, NoneRuleOmits.Check),
        new(MetadataRuleOmitsManagedFields.Descriptor, MetadataRuleOmitsManagedFields.Check),
        new(YamlApplyIsLost.Descriptor, YamlApplyIsLost.Check),
        new(ResourceIsUnknown.Descriptor, ResourceIsUnknown.Check),
        new(ResourceIsSingular.Descriptor, ResourceIsSingular.Check),
        new(ResourceIsAKind.Descriptor, ResourceIsAKind.Check),
        new(ResourceIsInAnotherGroup.Descriptor, ResourceIsInAnotherGroup.Check),
        new(CoreGroupIsNamed.Descriptor, CoreGroupIsNamed.Check),
        new(GroupIsLeftOut.Descriptor, GroupIsLeftOut.Check),
        new(EntryIsEmpty.Descriptor, EntryIsEmpty.Check),
        new(GroupIsNoLongerServed.Descriptor, GroupIsNoLongerServed.Check),
        new(VersionIsInTheGroup.Descriptor, VersionIsInTheGroup.Check),
        new(SubresourcesAreNotCovered.Descriptor, SubresourcesAreNotCovered.Check),
        new(StarCoversTheResourceToo.Descriptor, StarCoversTheResourceToo.Check),
        new(StarSlashStarMatchesNothing.Descriptor, StarSlashStarMatchesNothing.Check),
        new(StarInsideAName.Descriptor, StarInsideAName.Check),
        new(GroupInResource.Descriptor, GroupInResource.Check),
        new(SubresourceIsUnknown.Descriptor, SubresourceIsUnknown.Check),
        new(BindingsAreUnderPods.Descriptor, BindingsAreUnderPods.Check),
        new(ResourceIsNotServed.Descriptor, ResourceIsNotServed.Check),
        new(CreateHasNoName.Descriptor, CreateHasNoName.Check),
        new(ListHasNoName.Descriptor, ListHasNoName.Check),
        new(StarInAnObjectName.Descriptor, StarInAnObjectName.Check),
        new(VerbIsUpperCase.Descriptor, VerbIsUpperCase.Check),
        new(VerbIsAStar.Descriptor, VerbIsAStar.Check),
        new(HttpMethodOnResources.Descriptor, HttpMethodOnResources.Check),
        new(KubernetesVerbOnUrls.Descriptor, KubernetesVerbOnUrls.Check),
        new(StreamIsNoVerb.Descriptor, StreamIsNoVerb.Check),
        new(StreamWithOneVerb.Descriptor, StreamWithOneVerb.Check),
        new(VerbIsOfRbac.Descriptor, VerbIsOfRbac.Check),
        new(DeleteWithoutDeleteCollection.Descriptor, DeleteWithoutDeleteCollection.Check),
        new(UpdateWithoutPatch.Descriptor, UpdateWithoutPatch.Check),
        new(VerbIsUnknown.Descriptor, VerbIsUnknown.Check),
        new(StarInUsers.Descriptor, StarInUsers.Check),
        new(StarInUserGroups.Descriptor, StarInUserGroups.Check),
        new(GroupAmongUsers.Descriptor, GroupAmongUsers.Check),
        new(UserAmongGroups.Descriptor, UserAmongGroups.Check),
        new(UsersAndGroupsBothMatch.Descriptor, UsersAndGroupsBothMatch.Check),
        new(ServiceAccountIsMisnamed.Descriptor, ServiceAccountIsMisnamed.Check),
        new(CatchAllWantsAUser.Descriptor, CatchAllWantsAUser.Check),
        new(ImpersonatorIsTheUser.Descriptor, ImpersonatorIsTheUser.Check),
        new(StarInNamespaces.Descriptor, StarInNamespaces.Check),
        new(ClusterScopedIsInNoNamespace.Descriptor, ClusterScopedIsInNoNamespace.Check),
        new(ListOfAllNamespacesIsMissed.Descriptor, ListOfAllNamespacesIsMissed.Check),
        new(EmptyNamespaceIsNoUrl.Descriptor, EmptyNamespaceIsNoUrl.Check),
        new(NamespaceIsInItself.Descriptor, NamespaceIsInItself.Check),
        new(NamespaceIsNoName.Descriptor, NamespaceIsNoName.Check),
        new(UrlIsAResource.Descriptor, UrlIsAResource.Check),
        new(PathHasNoStar.Descriptor, PathHasNoStar.Check),
        new(StarIsTooWide.Descriptor, StarIsTooWide.Check),
        new(SlashStarMissesThePathItself.Descriptor, SlashStarMissesThePathItself.Check),
        new(PathHasAQuery.Descriptor, PathHasAQuery.Check),
        new(SecretsAreWritten.Descriptor, SecretsAreWritten.Check),
        new(ServiceAccountTokensAreWritten.Descriptor, ServiceAccountTokensAreWritten.Check),
        new(TokenReviewsAreWritten.Descriptor, TokenReviewsAreWritten.Check),
        new(ConfigMapsAreWritten.Descriptor, ConfigMapsAreWritten.Check),
        new(PodSpecsAreWritten.Descriptor, PodSpecsAreWritten.Check),
        new(CustomResourcesAreWritten.Descriptor, CustomResourcesAreWritten.Check),
        new(EventsAreInTwoGroups.Descriptor, EventsAreInTwoGroups.Check),
        new(ProbesAreLogged.Descriptor, ProbesAreLogged.Check),
        new(LeasesAreLogged.Descriptor, LeasesAreLogged.Check),
        new(RequestReceivedIsLogged.Descriptor, RequestReceivedIsLogged.Check),
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
        new(SensitiveKindsAboveMetadata.Descriptor, SensitiveKindsAboveMetadata.Check),
        new(SensitiveKindsAreNotLogged.Descriptor, SensitiveKindsAreNotLogged.Check),
        new(ChangesOfPodsAreNotLogged.Descriptor, ChangesOfPodsAreNotLogged.Check),
        new(StreamsAreNotLogged.Descriptor, StreamsAreNotLogged.Check),
        new(MostRequestsAreNotLogged.Descriptor, MostRequestsAreNotLogged.Check),
    ];

    /// <summary>Checks a policy.</summary>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static IReadOnlyList<Finding> Run(PolicyDocument policy, PolicyCheckOptions options, CancellationToken cancellation = default)
    {
        PolicyCheckContext context = new(policy, options, cancellation);
        context.Prepare();
        Dictionary<PolicyCheck, IReadOnlyList<Finding>> found = [];

        // The work allowed goes first to what loses most.
        foreach (PolicyCheck check in All.Where(c => c.Descriptor.Profile <= options.Profile).OrderByDescending(c => c.Descriptor.Severity))
        {
            cancellation.ThrowIfCancellationRequested();
            found[check] = Listed(check.Descriptor, context.FindingsOf(check).Findings);
        }

        return CheckProfiles.Apply([.. All.Where(found.ContainsKey).SelectMany(c => found[c])], options.Profile);
    }

    /// <summary>Nobody reads a thousand findings of one check: the first ones, and how many more there are.</summary>
    private static IReadOnlyList<Finding> Listed(CheckDescriptor descriptor, IReadOnlyList<Finding> findings)
    {
        int more = findings.Count - MostListed;
        if (more <= 0) return findings;
        Finding next = findings[MostListed];
        string message = $"{more.ToString(CultureInfo.InvariantCulture)} more {(more == 1 ? "finding" : "findings")} of {descriptor.Id} from here on {(more == 1 ? "is" : "are")} not listed: {descriptor.Title}.";
        return [.. findings.Take(MostListed), descriptor.At(next.Origin, message) with { Path = next.Path, IsRefusal = next.IsRefusal, Detail = next.Detail }];
    }

    /// <summary>What kube-apiserver refuses in a policy, in its order; empty where it takes the policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="release">The Kubernetes release that reads it.</param>
    public static IReadOnlyList<Finding> Refusals(PolicyDocument policy, string release) => [.. ServerValidation.Of(policy, release)];
}
