using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary><c>omitManagedFields</c> in a rule that writes no bodies.</summary>
internal static class MetadataRuleOmitsManagedFields
{
    /// <summary>AUD1015.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1015", "Level Metadata has no bodies to strip", FindingSeverity.Info);

    /// <summary>Looks for it.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (rule.KnownLevel != AuditLevel.Metadata || !rule.OmitManagedFields.IsKnown) continue;
            PolicyPath path = new(index, PolicyField.OmitManagedFields);
            findings.Add(Descriptor.At(rule.OmitManagedFields.Origin, path, "Managed fields are parts of bodies, and level Metadata writes none, so omitManagedFields changes nothing. Drop it.", new RemoveField("Drop omitManagedFields", path)));
        }
    }
}
