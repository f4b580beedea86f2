using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>An entry without anything, which is the whole core group.</summary>
internal static class EntryIsEmpty
{
    /// <summary>AUD1026.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1026", "An empty entry is the whole core group", FindingSeverity.Warning);

    /// <summary>Looks for entries with neither group nor resources.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            if (entry.Entry.Group.State != NodeState.Absent || !entry.IsWholeGroup) continue;
            findings.Add(Descriptor.At(entry.Origin, entry.Path, "An entry with neither group nor resources matches every resource of the core group, secrets too. Name what is meant, or write group: \"\" where it is meant."));
        }
    }
}
