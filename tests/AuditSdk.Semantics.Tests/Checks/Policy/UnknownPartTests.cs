using System.Text.Json;
using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Checks.Policy;

/// <summary>Unknown is not absent: where a part of a policy is not known, nothing is reported that would not be reported with the part.</summary>
public sealed class UnknownPartTests
{
    private static readonly Dictionary<string, string> Texts = JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors("silent.json"))).RootElement.GetProperty("cases").EnumerateArray()
        .ToDictionary(c => c.GetProperty("id").GetString()!, c => c.GetProperty("text").GetString()!);

    // A finding that tells more takes the place of the milder one, which remains certain where the part is not known.
    private static readonly (string Worse, string Milder)[] Instead = [("AUD1010", "AUD1011"), ("AUD1010", "AUD1012"), ("AUD1005", "AUD1003"), ("AUD1006", "AUD1003"), ("AUD1056", "AUD1003")];

    public static TheoryData<string> Cases => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void PartThatIsNotKnown_AddsNoFinding(string name)
    {
        PolicyDocument policy = PolicyFile.Read(Texts[name], null, "1.36").Document!;
        HashSet<string> known = Found(policy);
        known.UnionWith(Instead.Where(i => known.Contains(i.Worse)).Select(i => i.Milder).ToArray());

        Assert.All(Variants(policy), variant => Assert.Subset(known, Found(variant)));
    }

    private static HashSet<string> Found(PolicyDocument policy) => [.. PolicyChecks.Run(policy, new PolicyCheckOptions { Profile = CheckProfile.Strict }).Select(f => f.Id)];

    // The policy with one part unknown, for each of its parts.
    private static IEnumerable<PolicyDocument> Variants(PolicyDocument policy)
    {
        yield return policy with { Rules = Unknown(policy.Rules) };
        if (policy.OmitStages.IsKnown) yield return policy with { OmitStages = Unknown(policy.OmitStages) };
        for (int i = 0; i < policy.Rules.Value.Count; i++)
        {
            int index = i;
            PolicyDocument With(Node<PolicyRuleNode> rule) => policy with { Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(policy.Rules.Value.Select((r, j) => j == index ? rule : r)), policy.Rules.Origin) };
            Node<PolicyRuleNode> node = policy.Rules.Value[i];
            yield return With(Unknown(node));
            foreach (PolicyRuleNode rule in Variants(node.Value)) yield return With(Node<PolicyRuleNode>.Of(rule, node.Origin));
        }
    }

    private static IEnumerable<PolicyRuleNode> Variants(PolicyRuleNode rule)
    {
        if (rule.Level.IsKnown) yield return rule with { Level = Unknown(rule.Level) };
        foreach (Node<ValueList<Node<string>>> list in Variants(rule.Users)) yield return rule with { Users = list };
        foreach (Node<ValueList<Node<string>>> list in Variants(rule.UserGroups)) yield return rule with { UserGroups = list };
        foreach (Node<ValueList<Node<string>>> list in Variants(rule.Verbs)) yield return rule with { Verbs = list };
        foreach (Node<ValueList<Node<string>>> list in Variants(rule.Namespaces)) yield return rule with { Namespaces = list };
        foreach (Node<ValueList<Node<string>>> list in Variants(rule.NonResourceUrls)) yield return rule with { NonResourceUrls = list };
        foreach (Node<ValueList<Node<string>>> list in Variants(rule.OmitStages)) yield return rule with { OmitStages = list };
        if (rule.OmitManagedFields.IsKnown) yield return rule with { OmitManagedFields = Unknown(rule.OmitManagedFields) };
        if (!rule.Resources.IsKnown) yield break;
        yield return rule with { Resources = Unknown(rule.Resources) };
        for (int i = 0; i < rule.Resources.Value.Count; i++)
        {
            int index = i;
            PolicyRuleNode With(Node<GroupResourcesNode> entry) => rule with { Resources = Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(rule.Resources.Value.Select((e, j) => j == index ? entry : e)), rule.Resources.Origin) };
            Node<GroupResourcesNode> node = rule.Resources.Value[i];
            yield return With(Unknown(node));
            if (node.Value.Group.IsKnown) yield return With(Node<GroupResourcesNode>.Of(node.Value with { Group = Unknown(node.Value.Group) }, node.Origin));
            foreach (Node<ValueList<Node<string>>> list in Variants(node.Value.Resources)) yield return With(Node<GroupResourcesNode>.Of(node.Value with { Resources = list }, node.Origin));
            foreach (Node<ValueList<Node<string>>> list in Variants(node.Value.ResourceNames)) yield return With(Node<GroupResourcesNode>.Of(node.Value with { ResourceNames = list }, node.Origin));
        }
    }

    private static IEnumerable<Node<ValueList<Node<string>>>> Variants(Node<ValueList<Node<string>>> list)
    {
        if (!list.IsKnown) yield break;
        yield return Unknown(list);
        for (int i = 0; i < list.Value.Count; i++)
        {
            int index = i;
            yield return Node<ValueList<Node<string>>>.Of(ValueList.From(list.Value.Select((n, j) => j == index ? Unknown(n) : n)), list.Origin);
        }
    }

    private static Node<T> Unknown<T>(Node<T> node) => Node<T>.Unknown(node.Origin);
}
