using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary><c>create</c>, <c>list</c> and others in a rule for paths.</summary>
internal static class KubernetesVerbOnUrls
{
    /// <summary>AUD1043.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1043", "Requests for paths have the HTTP method as verb", FindingSeverity.Warning);

    /// <summary>Looks for verbs that only requests on resources have.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (!verb.Node.IsForUrls || AuditVerbs.MethodOf(verb.Text) is not { } method) continue;
            findings.Add(Descriptor.At(verb, $"A request for a path has its lower-case HTTP method as verb, never '{verb.Text}'. Write '{method}'.", verb.ReplacedBy(method, verb.Node.Verbs, AuditVerbs.MethodOf)));
        }
    }
}
