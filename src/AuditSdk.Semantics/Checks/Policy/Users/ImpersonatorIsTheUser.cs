using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Users;

/// <summary>A person left out of the log by name: what others do in that name is logged, as theirs.</summary>
internal static class ImpersonatorIsTheUser
{
    /// <summary>AUD1057.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1057", "users are those who log in, not those whom they impersonate", FindingSeverity.Info);

    /// <summary>Looks for rules with level None and nothing but names that are not Kubernetes' own: the shape of a person taken out of the log.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (rule.KnownLevel != AuditLevel.None || !rule.IsForEverything || !rule.UserGroups.IsAny || !rule.Users.IsWhollyKnown || rule.Users.IsAny) continue;
            string[] people = [.. rule.Users.Texts.Where(IsAPerson)];
            if (people.Length == 0) continue;
            findings.Add(Descriptor.At(rule.Users.Origin, new PolicyPath(index, PolicyField.Users), $"The user before impersonation counts: what {PolicyWords.List(people)} does in another's name is not logged either, and what others do in this name does not match. Leave out only what is noise, such as reads."));
        }
    }

    private static bool IsAPerson(string user) => user.Length > 0 && user.IndexOf(':') < 0 && user.IndexOf('*') < 0 && SystemNames.ServiceAccountMeantBy(user) is null && user is not ("kubelet" or "kubecfg" or "admin" or "client" or "kubernetes-admin");
}
