using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using CsCheck;

namespace AuditSdk.Semantics.Tests.Kubernetes.Analysis;

/// <summary>Makes parts of a known policy unknown: the policy is then one of those that the result may stand for.</summary>
internal static class Blanks
{
    public static Gen<(PolicyDocument Known, PolicyDocument Blanked)> Of(Gen<PolicyDocument> policies)
        => Gen.Select(policies, Gen.Int, (policy, seed) => (policy, Blank(policy, new Random(seed))));

    private static PolicyDocument Blank(PolicyDocument policy, Random random) => policy with
    {
        Rules = PolicyBuilder.Nodes(policy.Rules.Value.Select(r => random.Next(12) == 0 ? Node<PolicyRuleNode>.Unknown(default) : Node<PolicyRuleNode>.Of(Blank(r.Value, random)))),
        OmitStages = random.Next(12) == 0 ? Node<ValueList<Node<string>>>.Unknown(default) : policy.OmitStages,
    };

    private static PolicyRuleNode Blank(PolicyRuleNode rule, Random random) => rule with
    {
        Level = random.Next(12) == 0 ? Node<string>.Unknown(default) : rule.Level,
        Users = List(rule.Users, random),
        UserGroups = List(rule.UserGroups, random),
        Verbs = List(rule.Verbs, random),
        Namespaces = List(rule.Namespaces, random),
        NonResourceUrls = List(rule.NonResourceUrls, random),
        Resources = List(rule.Resources, random, e => e with { Group = random.Next(12) == 0 ? Node<string>.Unknown(default) : e.Group, Resources = List(e.Resources, random), ResourceNames = List(e.ResourceNames, random) }),
        OmitManagedFields = random.Next(12) == 0 ? Node<bool>.Unknown(default) : rule.OmitManagedFields,
    };

    private static Node<ValueList<Node<T>>> List<T>(Node<ValueList<Node<T>>> list, Random random, Func<T, T>? element = null)
    {
        // A list that may be there or not, some of its values, or values that may be none.
        switch (random.Next(16))
        {
            case 0: return Node<ValueList<Node<T>>>.Unknown(default);
            case 1 when list.IsKnown: return PolicyBuilder.Nodes(list.Value.Select(v => random.Next(2) == 0 ? Node<T>.Unknown(default) : v));
            case 2: return PolicyBuilder.Nodes((list.IsKnown ? list.Value : []).Append(Node<T>.Unknown(default)));
            default: return list.IsKnown && element is not null ? PolicyBuilder.Nodes(list.Value.Select(v => Node<T>.Of(element(v.Value)))) : list;
        }
    }
}
