using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A wildcard in <c>users</c>.</summary>
internal static class StarInUsers
{
    /// <summary>AUD1050.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1050", "users has no wildcards", FindingSeverity.Warning);

    /// <summary>Looks for stars.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue user in context.Values(PolicyField.Users))
        {
            if (user.Text.IndexOf('*') < 0) continue;
            string? group = SystemNames.GroupOfAll(user.Text);
            string advice = user.Text == "*" ? "Leave users out to match everyone." : group is not null ? $"They are all in group '{group}': write it in userGroups." : "Write the names, or a group in userGroups.";
            findings.Add(Descriptor.At(user, $"Users are compared whole, so '{user.Text}' matches nobody. {advice}", Edit(user, group)));
        }
    }

    // Alone, or the rule would want the user and the group.
    private static PolicyEdit? Edit(RuleValue user, string? group)
    {
        if (user.Text == "*") return new RemoveField("Leave users out", new PolicyPath(user.Rule, PolicyField.Users));
        bool alone = user.Node.Users.Value.Count == 1 && user.Node.UserGroups.IsAny;
        return group is not null && alone ? new ReplaceField($"Write userGroups '{group}'", user.Rule, PolicyField.Users, PolicyField.UserGroups, ValueList.From([group])) : null;
    }
}
