using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>resourceNames</c> together with list, watch or deletecollection.</summary>
internal static class ListHasNoName
{
    private static readonly string[] Verbs = ["list", "watch", "deletecollection"];

    /// <summary>AUD1038.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1038", "Requests on lists have no name to match", FindingSeverity.Warning);

    /// <summary>Looks for rules that log such verbs by name and have no other: a rule that also has get or update does what it can.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            if (entry.Node.Verbs.IsAny || !entry.Node.Verbs.IsWhollyKnown || !entry.Entry.ResourceNames.IsKnown || entry.Entry.ResourceNames.Value.Count == 0 || entry.Entry.ResourceNames.MayHave("")) continue;
            string[] verbs = [.. entry.Node.Verbs.Texts.Where(v => Verbs.Contains(v))];
            if (verbs.Length == 0 || entry.Node.Verbs.Texts.Any(v => v is "get" or "update" or "patch" or "delete")) continue;
            findings.Add(Descriptor.At(entry.Entry.ResourceNames.Origin, new PolicyPath(entry.Rule, PolicyField.ResourceNames, entry.Index), $"Requests with {PolicyWords.List(verbs)} have a name only where a list or watch selects metadata.name, so with resourceNames nearly all of them are missed. Leave resourceNames out."));
        }
    }
}
