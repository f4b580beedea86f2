using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>Deployment</c> in place of <c>deployments</c>.</summary>
internal static class ResourceIsAKind
{
    /// <summary>AUD1022.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1022", "A resource is named by its kind", FindingSeverity.Warning);

    /// <summary>Holds the names against the kinds.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (MisspeltName.Of(context, name, SpellingFault.Kind) is not { } spelling) continue;
            findings.Add(Descriptor.At(name, $"'{name.Resource}' is a kind; resources have lower-case plurals, and case counts. Write {MisspeltName.Meant(name, spelling)}.", MisspeltName.Edit(name, spelling)));
        }
    }
}
