using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A version in the group without the slash that the server would refuse: <c>v1.apps</c>.</summary>
internal static class VersionIsInTheGroup
{
    /// <summary>AUD1028.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1028", "A version is written into the group", FindingSeverity.Info);

    /// <summary>Looks for groups of the catalog with a version at one end.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        ResourceCatalog catalog = context.Options.Catalog;
        foreach (RuleEntry entry in context.Entries)
        {
            if (!entry.Entry.Group.IsKnown || catalog.Group(entry.Group!) is not null || WithoutVersion(entry.Group!) is not { } bare || catalog.Group(bare) is null) continue;
            findings.Add(Descriptor.At(entry.Entry.Group.Origin, entry.GroupPath, $"A policy knows no versions, so group '{entry.Group}' matches nothing. Write '{bare}'.", new ReplaceText($"Write group '{bare}'", entry.GroupPath, bare)));
        }
    }

    private static string? WithoutVersion(string group)
    {
        int first = group.IndexOf('.');
        int last = group.LastIndexOf('.');
        if (first < 0) return null;
        return IsVersion(group.Substring(0, first)) ? group.Substring(first + 1) : IsVersion(group.Substring(last + 1)) ? group.Substring(0, last) : null;
    }

    // v1, v1beta1, v2alpha3.
    private static bool IsVersion(string text) => text.Length > 1 && text[0] == 'v' && text[1] is >= '1' and <= '9'
        && text.Substring(1).Replace("alpha", "").Replace("beta", "").All(c => c is >= '0' and <= '9');
}
