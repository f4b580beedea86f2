using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>A rule that logs nothing and says what to leave out of it.</summary>
internal static class NoneRuleOmits
{
    /// <summary>AUD1014.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1014", "A rule with level None has nothing to leave out", FindingSeverity.Info);

    /// <summary>Looks for <c>omitStages</c> and <c>omitManagedFields</c> there.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach ((int index, PolicyRuleNode rule, _) in context.Rules)
        {
            if (rule.KnownLevel != AuditLevel.None) continue;
            if (rule.OmitStages.IsKnown && rule.OmitStages.Value.Count > 0) Report(rule.OmitStages.Origin, new PolicyPath(index, PolicyField.OmitStages), "omitStages", findings);
            if (rule.OmitManagedFields.IsKnown) Report(rule.OmitManagedFields.Origin, new PolicyPath(index, PolicyField.OmitManagedFields), "omitManagedFields", findings);
        }
    }

    private static void Report(Origin origin, PolicyPath path, string field, FindingSink findings)
        => findings.Add(Descriptor.At(origin, path, $"The rule logs nothing, so {field} changes nothing. Drop it.", new RemoveField($"Drop {field}", path)));
}
