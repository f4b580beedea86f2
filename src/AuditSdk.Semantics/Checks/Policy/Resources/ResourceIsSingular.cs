using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>deployment</c> or <c>deploy</c> in place of <c>deployments</c>.</summary>
internal static class ResourceIsSingular
{
    /// <summary>AUD1021.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1021", "A resource is named by its singular or short name", FindingSeverity.Warning);

    /// <summary>Holds the names against singulars and short names.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (MisspeltName.Of(context, name, SpellingFault.SingularOrShort) is not { } spelling) continue;
            findings.Add(Descriptor.At(name, $"'{name.Resource}' is a singular or short name, and only the plural matches. Write {MisspeltName.Meant(name, spelling)}.", MisspeltName.Edit(name, spelling)));
        }
    }
}
