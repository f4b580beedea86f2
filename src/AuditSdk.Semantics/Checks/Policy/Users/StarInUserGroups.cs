using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A wildcard in <c>userGroups</c>.</summary>
internal static class StarInUserGroups
{
    /// <summary>AUD1051.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1051", "userGroups has no wildcards", FindingSeverity.Warning);

    /// <summary>Looks for stars.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue group in context.Values(PolicyField.UserGroups))
        {
            if (group.Text.IndexOf('*') < 0) continue;
            bool isAll = group.Text == "*";
            findings.Add(Descriptor.At(group, $"Groups are compared whole, so '{group.Text}' matches nobody. {(isAll ? "Leave userGroups out to match everyone." : "Write the groups.")}", isAll ? new RemoveField("Leave userGroups out", new PolicyPath(group.Rule, PolicyField.UserGroups)) : null));
        }
    }
}
