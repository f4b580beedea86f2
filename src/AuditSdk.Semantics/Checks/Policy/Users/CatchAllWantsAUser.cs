using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A catch-all with <c>userGroups</c>: a request whose login failed has no groups.</summary>
internal static class CatchAllWantsAUser
{
    /// <summary>AUD1056.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1056", "A catch-all with userGroups misses failed logins", FindingSeverity.Warning);

    /// <summary>Looks for it in a policy that never logs a failed login.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (!rule.Logs || !rule.IsForEverything || !rule.Users.IsAny || !rule.UserGroups.Has("system:authenticated") || context.HasCatchAll) continue;
            if (!context.NeverLogs(new PolicyRegion { WithoutUser = true })) return;
            PolicyPath path = new(index, PolicyField.UserGroups);
            PolicyEdit? edit = rule.UserGroups.Has("system:unauthenticated") ? new RemoveField("Leave userGroups out", path) : null;
            findings.Add(Descriptor.At(rule.UserGroups.Origin, path, "A request whose login failed (401) has neither user nor groups, so it matches no rule with userGroups, and none is logged. End with a rule without users and userGroups.", edit));
        }
    }
}
