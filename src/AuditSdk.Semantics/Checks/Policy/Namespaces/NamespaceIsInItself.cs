using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy.Namespaces;

/// <summary>A namespace taken out of the log, and with it the deletion of the namespace.</summary>
internal static class NamespaceIsInItself
{
    /// <summary>AUD1064.</summary>
    public static CheckDescriptor Descriptor { get; } = new("AUD1064", "A request on a namespace is in that namespace", FindingSeverity.Info);

    /// <summary>Looks for rules with level None for everything of a namespace, where deleting that namespace is never logged and deleting others is.</summary>
    public static void Check(PolicyCheckContext context, FindingSink findings)
    {
        foreach (RuleValue ns in context.Values(PolicyField.Namespaces))
        {
            PolicyRuleNode rule = ns.Node;
            if (rule.KnownLevel != AuditLevel.None || ns.Text.Length == 0 || ns.Text.IndexOf('*') >= 0 || !rule.HasNoResources || !rule.IsForEveryone || !rule.Verbs.IsAny) continue;
            if (!context.NeverLogs(Deleting(ns.Text)) || context.Analysis.Find(Deleting(context.OtherNamespace), AuditLevel.Metadata).State != RegionState.Found) continue;
            findings.Add(Descriptor.At(ns, $"Deleting or changing namespace '{ns.Text}' is a request in that namespace, so this rule keeps it out of the log as well. If it is to be logged, put a rule for 'namespaces' before this one.",
                new InsertRule("Log namespaces at Metadata before this rule", ns.Rule, AuditLevel.Metadata, PolicyQuestions.One(new ResourceName("", "namespaces")), ValueList<string>.Empty)));
        }
    }

    private static PolicyRegion Deleting(string ns) => new()
    {
        Verbs = PolicyQuestions.One("delete"),
        Resources = PolicyQuestions.One(new RegionResource("", "namespaces")),
        Namespaces = PolicyQuestions.One(ns),
        Names = PolicyQuestions.One(ns),
    };
}
