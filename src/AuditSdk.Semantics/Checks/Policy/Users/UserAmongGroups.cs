using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A well-known user in <c>userGroups</c>.</summary>
internal static class UserAmongGroups
{
    private const string ServiceAccount = "system:serviceaccount:";

    /// <summary>AUD1053.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1053", "A user stands among the groups", FindingSeverity.Warning);

    /// <summary>Looks for users that Kubernetes itself gives.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue group in context.Values(PolicyField.UserGroups))
        {
            if (!SystemNames.IsUser(group.Text) || group.Text.IndexOf('*') >= 0) continue;
            if (Namespace(group.Text) is { } ns)
            {
                string meant = $"system:serviceaccounts:{ns}";
                findings.Add(Descriptor.At(group, $"'{group.Text}' is no group; the service accounts of a namespace are in '{meant}'. Write that.", group.ReplacedBy(meant, group.Node.UserGroups, _ => null)));
                continue;
            }

            findings.Add(Descriptor.At(group, $"'{group.Text}' is a user, so no group matches. Write it in users; a rule with both wants both, so it may need a rule of its own.", Edit(group)));
        }
    }

    // system:serviceaccount:NAMESPACE, where the group was meant.
    private static string? Namespace(string group)
        => group.StartsWith(ServiceAccount, StringComparison.Ordinal) && group.Length > ServiceAccount.Length && group.IndexOf(':', ServiceAccount.Length) < 0 ? group.Substring(ServiceAccount.Length) : null;

    private static ReplaceField? Edit(RuleValue group)
    {
        bool all = group.Node.Users.IsAny && group.Node.UserGroups.IsWhollyKnown && group.Node.UserGroups.Texts.All(SystemNames.IsUser);
        return all ? new ReplaceField("Write them in users", group.Rule, PolicyField.UserGroups, PolicyField.Users, ValueList.From(group.Node.UserGroups.Texts)) : null;
    }
}
