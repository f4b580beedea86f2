using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>resourceNames</c> together with create, whose name is in the body.</summary>
internal static class CreateHasNoName
{
    /// <summary>AUD1037.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1037", "A create request has no name to match", FindingSeverity.Warning);

    /// <summary>Looks for create beside resource names. Creating a subresource (<c>pods/exec</c>) does name the object.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            if (!entry.Node.Verbs.Has("create") || !entry.Entry.ResourceNames.IsKnown || entry.Entry.ResourceNames.Value.Count == 0 || entry.Entry.ResourceNames.MayHave("") || !IsOfObjects(entry)) continue;
            findings.Add(Descriptor.At(entry.Entry.ResourceNames.Origin, new PolicyPath(entry.Rule, PolicyField.ResourceNames, entry.Index), "A create request has its name in the body, which a policy does not see, so with resourceNames it never matches. Give create a rule of its own without resourceNames."));
        }
    }

    private static bool IsOfObjects(RuleEntry entry)
        => entry.Entry.Resources.IsKnown && entry.Entry.Resources.IsWhollyKnown && entry.Names.Any() && entry.Names.All(n => n.Subresource is null && n.Text != "*");
}
