using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Resources;

/// <summary>A wildcard in <c>resourceNames</c>.</summary>
internal static class StarInAnObjectName
{
    /// <summary>AUD1039.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1039", "resourceNames has no wildcards", FindingSeverity.Warning);

    /// <summary>Looks for stars.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleEntry entry in context.Entries)
        {
            if (!entry.Entry.ResourceNames.IsKnown) continue;
            for (int i = 0; i < entry.Entry.ResourceNames.Value.Count; i++)
            {
                Node<string> name = entry.Entry.ResourceNames.Value[i];
                if (!name.IsKnown || name.Value.IndexOf('*') < 0) continue;
                findings.Add(Descriptor.At(name.Origin, new PolicyPath(entry.Rule, PolicyField.ResourceNames, entry.Index, i), $"Names are compared whole, so '{name.Value}' matches no object. Write the names, or leave resourceNames out."));
            }
        }
    }
}
