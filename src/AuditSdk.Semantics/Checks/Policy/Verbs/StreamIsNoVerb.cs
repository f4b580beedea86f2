using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary><c>exec</c>, <c>connect</c>, <c>proxy</c> as verbs.</summary>
internal static class StreamIsNoVerb
{
    /// <summary>AUD1044.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1044", "'exec' and its like are subresources, not verbs", FindingSeverity.Warning);

    /// <summary>Looks for names of subresources. For paths, CONNECT is an HTTP method.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (!AuditVerbs.OfStreams.TryGetValue(verb.Text, out string? resource) || (verb.Text == "connect" && verb.Node.IsForUrls)) continue;
            findings.Add(Descriptor.At(verb, $"No request that is served has the verb '{verb.Text}': it is a create or get on a subresource. Name '{resource}' in resources and leave verbs out."));
        }
    }
}
