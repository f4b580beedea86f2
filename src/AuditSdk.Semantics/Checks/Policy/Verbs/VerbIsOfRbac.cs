using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary>Verbs that only RBAC has: no HTTP request is one.</summary>
internal static class VerbIsOfRbac
{
    /// <summary>AUD1046.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1046", "The verb is known to RBAC only", FindingSeverity.Warning);

    /// <summary>Looks for them.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (AuditVerbs.OfRbac.Contains(verb.Text)) findings.Add(Descriptor.At(verb, $"'{verb.Text}' is a verb of RBAC, and no request has it. {Real(verb.Text)}"));
        }
    }

    private static string Real(string verb) => verb switch
    {
        "impersonate" => "An impersonated request is logged with the verb of what it does, and impersonatedUser names whom it is done as.",
        "approve" => "Approving is update or patch on 'certificatesigningrequests/approval' of group 'certificates.k8s.io'.",
        "sign" => "Signing is update or patch on 'certificatesigningrequests/status' of group 'certificates.k8s.io'.",
        "bind" or "escalate" => "Log create, update and patch on roles and bindings of group 'rbac.authorization.k8s.io'.",
        _ => "Write the verb of the request and its resource.",
    };
}
