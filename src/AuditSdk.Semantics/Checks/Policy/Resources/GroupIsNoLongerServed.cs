using AuditSdk.Semantics.Catalog;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A group such as <c>extensions</c> that no release in reach serves.</summary>
internal static class GroupIsNoLongerServed
{
    /// <summary>AUD1027.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1027", "The API group is served no more", FindingSeverity.Warning);

    /// <summary>Holds the groups against those that were removed.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            if (!entry.Entry.Group.IsKnown || context.Options.Catalog.RemovedGroup(entry.Group!) is not { } removed || CatalogVersions.Order.Compare(context.Options.Release, removed.RemovedIn) < 0) continue;
            findings.Add(Descriptor.At(entry.Entry.Group.Origin, entry.GroupPath, $"Group '{removed.Name}' is gone since Kubernetes {removed.RemovedIn}, so the entry matches nothing: {removed.Note}. Drop it, or write the group that took its place."));
        }
    }
}
