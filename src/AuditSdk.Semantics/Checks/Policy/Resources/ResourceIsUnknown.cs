using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A name that no resource of a group of Kubernetes has, or none of any group can have.</summary>
internal static class ResourceIsUnknown
{
    /// <summary>AUD1020.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1020", "No resource has this name", FindingSeverity.Warning);

    /// <summary>Holds the names against the catalog.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (MisspeltName.Of(context, name, SpellingFault.Impossible) is null) continue;
            string fact = name.Resource.Length == 0 ? "names no resource" : "has more than lower-case letters, digits and '-', of which the names of resources are made";
            findings.Add(Descriptor.At(name, $"'{name.Text}' {fact}, so it matches nothing. Correct the name or drop it."));
        }

        // A release that the catalog does not know may have resources that it does not know either.
        if (!context.Options.Catalog.Releases.Contains(context.Options.Release)) return;
        foreach (EntryName name in context.EntryNames)
        {
            if (MisspeltName.Of(context, name, SpellingFault.Unknown) is not { } spelling) continue;
            string advice = spelling.Name is null ? "Correct the name or drop it." : $"Did you mean {MisspeltName.Meant(name, spelling)}?";
            findings.Add(Descriptor.At(name, $"Kubernetes {context.Options.Release} has no resource '{name.Resource}' in {PolicyWords.Group(name.Entry.Group!)}, so '{name.Text}' matches nothing. {advice}", MisspeltName.Edit(name, spelling)));
        }
    }
}
