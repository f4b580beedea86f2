using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>Rules that look like a catch-all and leave something out.</summary>
internal static class ShortCatchAll
{
    /// <summary>True where one of the checks of such rules reports.</summary>
    public static bool IsIn(PolicyCheckContext context)
    {
        FindingSink findings = new();
        UrlStarIsNoCatchAll.Check(context, findings);
        ResourceStarIsNoCatchAll.Check(context, findings);
        Users.CatchAllWantsAUser.Check(context, findings);
        return findings.Findings.Count > 0;
    }

    /// <summary>Proven: a resource that no rule names is never logged.</summary>
    public static bool LeavesResources(PolicyCheckContext context)
        => context.NeverLogs(new PolicyRegion { Resources = PolicyQuestions.One(new RegionResource("other.example.com", "others", "")), Names = PolicyQuestions.One(context.OtherName), Namespaces = PolicyQuestions.One(context.OtherNamespace) });

    /// <summary>Proven: a path that no rule names is never logged.</summary>
    public static bool LeavesUrls(PolicyCheckContext context) => context.NeverLogs(new PolicyRegion { NonResourceUrls = PolicyQuestions.One("/other/path") });
}
