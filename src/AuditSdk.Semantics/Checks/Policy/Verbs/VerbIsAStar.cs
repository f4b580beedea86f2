using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary><c>verbs: ["*"]</c>, which RBAC knows and auditing does not.</summary>
internal static class VerbIsAStar
{
    /// <summary>AUD1041.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1041", "'*' is no verb", FindingSeverity.Warning);

    /// <summary>Looks for it.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (verb.Text != "*") continue;
            findings.Add(Descriptor.At(verb, "'*' is compared as it is, and no request has this verb. Leave verbs out to match all of them.", new RemoveField("Leave verbs out", new PolicyPath(verb.Rule, PolicyField.Verbs))));
        }
    }
}
