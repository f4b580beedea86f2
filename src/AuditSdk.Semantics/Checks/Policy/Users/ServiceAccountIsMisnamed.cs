using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A service account not written as <c>system:serviceaccount:NAMESPACE:NAME</c>.</summary>
internal static class ServiceAccountIsMisnamed
{
    /// <summary>AUD1055.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1055", "A service account is named another way", FindingSeverity.Warning);

    /// <summary>Looks for forms that are certain, and for the names of kube-system's own accounts.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue user in context.Values(PolicyField.Users))
        {
            if (user.Text.IndexOf('*') >= 0 || SystemNames.ServiceAccountMeantBy(user.Text) is not { } meant) continue;
            bool isCertain = SystemNames.IsServiceAccount(meant) && !meant.EndsWith(":NAMESPACE:NAME", StringComparison.Ordinal);
            PolicyEdit? edit = isCertain ? user.ReplacedBy(meant, user.Node.Users, SystemNames.ServiceAccountMeantBy) : null;
            string advice = edit switch { null => $"Write it as '{meant}'.", RemoveValue => $"'{meant}' is meant, which another value of the list is or means as well: drop it.", _ => $"Write '{meant}'." };
            findings.Add(Descriptor.At(user, $"'{user.Text}' matches no service account. {advice}", edit));
        }
    }
}
