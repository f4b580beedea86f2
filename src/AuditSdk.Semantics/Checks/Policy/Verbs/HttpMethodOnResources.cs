using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary><c>post</c> and <c>put</c> in a rule for resources.</summary>
internal static class HttpMethodOnResources
{
    /// <summary>AUD1042.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1042", "Requests on resources have no HTTP methods as verbs", FindingSeverity.Warning);

    /// <summary>Looks for methods that are no verbs of resources.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (!verb.Node.IsForResources || AuditVerbs.OfResources.Contains(verb.Text) || !AuditVerbs.OfUrls.Contains(verb.Text) || AuditVerbs.OfStreams.ContainsKey(verb.Text)) continue;
            string? meant = AuditVerbs.OfMethod(verb.Text);
            PolicyEdit? edit = meant is null ? null : verb.ReplacedBy(meant, verb.Node.Verbs, AuditVerbs.OfMethod);
            findings.Add(Descriptor.At(verb, $"'{verb.Text}' is an HTTP method, and no request on a resource has it as verb. {(meant is null ? "Drop it." : $"Write '{meant}'.")}", edit));
        }
    }
}
