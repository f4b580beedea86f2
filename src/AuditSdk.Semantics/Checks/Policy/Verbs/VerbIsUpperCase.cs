using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Verbs;

/// <summary><c>GET</c>, <c>Create</c>.</summary>
internal static class VerbIsUpperCase
{
    /// <summary>AUD1040.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1040", "Verbs are lower case", FindingSeverity.Warning);

    /// <summary>Looks for upper-case letters.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue verb in context.Values(PolicyField.Verbs))
        {
            if (!verb.Text.Any(char.IsUpper)) continue;
            string lower = Corrected(verb.Node, verb.Text)!;
            findings.Add(Descriptor.At(verb, $"Verbs are compared as they are, and '{verb.Text}' is none. Write '{lower}'.", verb.ReplacedBy(lower, verb.Node.Verbs, t => Corrected(verb.Node, t))));
        }
    }

    // On resources POST is create, so lower case alone would not do.
    private static string? Corrected(PolicyRuleNode rule, string verb)
    {
        if (!verb.Any(char.IsUpper)) return null;
        string lower = verb.ToLowerInvariant();
        return (rule.IsForResources ? AuditVerbs.OfMethod(lower) : null) ?? lower;
    }
}
