using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>Deployments looked for in the core group.</summary>
internal static class ResourceIsInAnotherGroup
{
    /// <summary>AUD1023.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1023", "The resource is in another API group", FindingSeverity.Warning);

    /// <summary>Looks for the plural in the other groups.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (MisspeltName.Of(context, name, SpellingFault.OtherGroup) is not { } spelling) continue;
            IEnumerable<string> groups = context.Options.Catalog.File.Groups.Where(g => g.Resources.Any(r => r.Name == spelling.Name)).Select(g => g.Name);
            findings.Add(Descriptor.At(name, $"'{name.Resource}' is not in {PolicyWords.Group(name.Entry.Group!)}, and group and resource have to match together. It is in {PolicyWords.List(groups)}.", Edit(context, name, spelling)));
        }
    }

    // The group is wrong for all names of the entry: correct it in one place.
    private static PolicyEdit? Edit(PolicyCheckContext context, EntryName name, ResourceSpelling spelling)
    {
        RuleEntry entry = name.Entry;
        bool movesWhole = spelling.IsOnly && entry.Entry.Group.IsKnown && entry.Entry.Resources.IsWhollyKnown
            && entry.Names.All(n => MisspeltName.Of(context, n, SpellingFault.OtherGroup) is { IsOnly: true } other && other.Group == spelling.Group);
        return movesWhole ? new ReplaceText($"Write group '{spelling.Group}'", entry.GroupPath, spelling.Group) : MisspeltName.Edit(name, spelling);
    }
}
