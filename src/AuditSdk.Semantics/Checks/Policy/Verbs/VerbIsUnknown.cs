using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary>A verb that no request on a resource has: a misspelt one, or <c>read</c> and <c>write</c>.</summary>
internal static class VerbIsUnknown
{
    /// <summary>AUD1049.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1049", "No request has this verb", FindingSeverity.Warning);

    /// <summary>Holds verbs of rules for resources against the closed list that the server makes; a rule for paths may name any HTTP method.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (verb.Node.IsForUrls || IsSomething(verb.Text)) continue;
            if (!verb.Node.IsForResources && Meant(verb.Text) is null) continue;
            string? near = Meant(verb.Text);
            PolicyEdit? edit = near is null || near.IndexOf(' ') >= 0 ? null : verb.ReplacedBy(near, verb.Node.Verbs, _ => null);
            findings.Add(Descriptor.At(verb, $"No request on a resource has the verb '{verb.Text}'. {(near is null ? $"Verbs are {PolicyWords.List(AuditVerbs.OfResources)}." : $"Did you mean '{near}'?")}", edit));
        }
    }

    // Right, or told by another check; the empty verb is that of OPTIONS and of methods that nobody knows.
    private static bool IsSomething(string verb) => verb.Length == 0 || verb == "*" || verb.Any(char.IsUpper)
        || AuditVerbs.OfResources.Contains(verb) || AuditVerbs.OfUrls.Contains(verb) || AuditVerbs.OfRbac.Contains(verb) || AuditVerbs.OfStreams.ContainsKey(verb);

    private static string? Meant(string verb) => verb switch
    {
        "read" => "get list watch",
        "write" => "create update patch delete deletecollection",
        "remove" => "delete",
        "modify" or "edit" => "update patch",
        "apply" => "patch",
        _ => CatalogWords.Nearest(verb, AuditVerbs.OfResources),
    };
}
