using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary><c>resources: ["*"]</c> without a group: the core group only.</summary>
internal static class GroupIsLeftOut
{
    /// <summary>AUD1025.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1025", "A star without a group is the core group only", FindingSeverity.Info);

    /// <summary>Looks for the star; where names are given, the group that they are in is no surprise.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (EntryName name in context.EntryNames)
        {
            if (name.Text != "*" || name.Entry.Entry.Group.State != NodeState.Absent) continue;
            findings.Add(Descriptor.At(name, "Without a group, '*' is every resource of the core group and no other. Write the group, or leave resources out of the rule for all resources of all groups."));
        }
    }
}
