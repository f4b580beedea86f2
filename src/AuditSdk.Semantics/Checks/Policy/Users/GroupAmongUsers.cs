using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A well-known group in <c>users</c>.</summary>
internal static class GroupAmongUsers
{
    /// <summary>AUD1052.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1052", "A group stands among the users", FindingSeverity.Warning);

    /// <summary>Looks for groups that Kubernetes itself gives.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue user in context.Values(PolicyField.Users))
        {
            if (!IsGroup(user.Text)) continue;
            string fact = user.Text == "system:node" ? "no user: nodes are in the group 'system:nodes'" : "a group, so no user matches";
            findings.Add(Descriptor.At(user, $"'{user.Text}' is {fact}. Write the group in userGroups; a rule with both wants both, so it may need a rule of its own.", Edit(user)));
        }
    }

    // All of them at once, where all are groups: users and userGroups have to match together.
    private static ReplaceField? Edit(RuleValue user)
    {
        bool all = user.Node.UserGroups.IsAny && user.Node.Users.IsWhollyKnown && user.Node.Users.Texts.All(SystemNames.IsGroup);
        return all ? new ReplaceField("Write them in userGroups", user.Rule, PolicyField.Users, PolicyField.UserGroups, ValueList.From(user.Node.Users.Texts)) : null;
    }

    private static bool IsGroup(string user) => (SystemNames.IsGroup(user) && user.IndexOf('*') < 0 && SystemNames.ServiceAccountMeantBy(user) is null) || user == "system:node";
}
