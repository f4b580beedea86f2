using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Reach;

/// <summary>Auditing is on, and nothing is logged.</summary>
internal static class EveryRuleIsNone
{
    /// <summary>AUD1004.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1004", "Every rule has level None", FindingSeverity.Warning);

    /// <summary>Looks for a rule that logs.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        Node<ValueList<Node<PolicyRuleNode>>> rules = context.Policy.Rules;
        if (!rules.IsKnown || rules.Value.Count == 0) return;
        foreach (Node<PolicyRuleNode> rule in rules.Value)
        {
            // A rule that is not known may log.
            if (!rule.IsKnown || rule.Value.Level.Or(null) != "None") return;
        }

        findings.Add(Descriptor.At(context.Policy.Origin, "Every rule has level None, so nothing is logged. Give a rule a level that logs, or switch auditing off at the server."));
    }
}
