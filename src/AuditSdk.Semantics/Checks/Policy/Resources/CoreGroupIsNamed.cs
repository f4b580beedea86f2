using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>The core group written as <c>core</c> or <c>v1</c>.</summary>
internal static class CoreGroupIsNamed
{
    /// <summary>AUD1024.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1024", "The core group has no name", FindingSeverity.Warning);

    /// <summary>Looks for its usual nicknames.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            if (!entry.Entry.Group.IsKnown || entry.Group is not ("core" or "v1" or "api") || context.Options.Catalog.Group(entry.Group) is not null) continue;
            findings.Add(Descriptor.At(entry.Entry.Group.Origin, entry.GroupPath, $"No group is called '{entry.Group}', so the entry matches nothing; the core group is the empty string. Write group: \"\".", new ReplaceText("Write the core group", entry.GroupPath, "")));
        }
    }
}
