using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Stages;

/// <summary>Stages that a rule leaves out: the policy's and its own, joined.</summary>
internal static class OmittedStages
{
    extension(PolicyCheckContext context)
    {
        /// <summary>The stages that are certainly left out for what the rule decides.</summary>
        public AuditStages OmittedFor(PolicyRuleNode rule) => Of(context.Policy.OmitStages) | Of(rule.OmitStages);

        /// <summary>Where a stage is left out for a rule: in its own list, or in the policy's.</summary>
        public (Origin Origin, PolicyPath Path) PlaceOf(AuditStages stage, int index, PolicyRuleNode rule)
            => Place(rule.OmitStages, stage, index) ?? Place(context.Policy.OmitStages, stage, -1) ?? (rule.OmitStages.Origin, new PolicyPath(index, PolicyField.OmitStages));
    }

    /// <summary>The known stages of a list.</summary>
    public static AuditStages Of(Node<ValueList<Node<string>>> stages)
    {
        AuditStages all = AuditStages.None;
        foreach (string stage in stages.Texts) all |= Of(stage);
        return all;
    }

    /// <summary>A stage by its name; none for a text that is no stage.</summary>
    public static AuditStages Of(string stage) => stage switch
    {
        "RequestReceived" => AuditStages.RequestReceived,
        "ResponseStarted" => AuditStages.ResponseStarted,
        "ResponseComplete" => AuditStages.ResponseComplete,
        "Panic" => AuditStages.Panic,
        _ => AuditStages.None,
    };

    private static (Origin, PolicyPath)? Place(Node<ValueList<Node<string>>> list, AuditStages stage, int rule)
    {
        for (int i = 0; i < (list.IsKnown ? list.Value.Count : 0); i++)
        {
            if (list.Value[i].Or(null) is { } text && Of(text) == stage) return (list.Value[i].Origin, new PolicyPath(rule, PolicyField.OmitStages, -1, i));
        }

        return null;
    }
}
