using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Tests.Kubernetes;

/// <summary>A policy of C# as a document, field by field and in the plainest way: nothing is merged, and each resource is an entry of its own.</summary>
internal static class PlainPolicy
{
    public static PolicyDocument Of(AuditPolicy policy) => new()
    {
        OmitStages = Names(policy.OmitStages),
        OmitManagedFields = Switch(policy.OmitManagedFields),
        Rules = PolicyBuilder.List(policy.Rules.Select(Rule).ToArray()),
    };

    private static PolicyRuleNode Rule(PolicyRule rule) => new()
    {
        Level = Node<string>.Of(rule.Level.ToString()),
        Users = PolicyBuilder.List(rule.Users.ToArray()),
        UserGroups = PolicyBuilder.List(rule.UserGroups.ToArray()),
        Verbs = PolicyBuilder.List(rule.Verbs.ToArray()),
        Resources = PolicyBuilder.List(rule.Resources.Select(r => PolicyBuilder.Entry(r.Group, r.Resource is null ? null : [r.Resource], [.. r.Names])).ToArray()),
        Namespaces = PolicyBuilder.List(rule.Namespaces.ToArray()),
        NonResourceUrls = PolicyBuilder.List(rule.NonResourceUrls.ToArray()),
        OmitStages = Names(rule.OmitStages),
        OmitManagedFields = Switch(rule.OmitManagedFields),
    };

    private static Node<ValueList<Node<string>>> Names(ValueList<Stage> stages) => PolicyBuilder.List(stages.Select(s => s.ToString()).ToArray());

    private static Node<bool> Switch(bool? value) => value is { } known ? Node<bool>.Of(known) : default;
}
