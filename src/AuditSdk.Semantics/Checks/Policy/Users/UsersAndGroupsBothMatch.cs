using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary><c>users</c> and <c>userGroups</c> in one rule, which both have to match.</summary>
internal static class UsersAndGroupsBothMatch
{
    /// <summary>AUD1054.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1054", "users and userGroups both have to match", FindingSeverity.Info);

    /// <summary>Looks for rules with both, where the groups do not follow from the users.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (rule.Users.IsAny || rule.UserGroups.IsAny || !rule.Users.IsWhollyKnown || !rule.UserGroups.IsWhollyKnown) continue;
            if (rule.Users.Texts.All(u => rule.UserGroups.Texts.Any(g => SystemNames.IsMember(u, g)))) continue;
            findings.Add(Descriptor.At(rule.UserGroups.Origin, new PolicyPath(index, PolicyField.UserGroups), "The rule matches only the named users that are in one of the named groups as well. If either is meant, make two rules of it."));
        }
    }
}
