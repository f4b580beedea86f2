using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Checks.Policy;

/// <summary>Makes the change of a <see cref="PolicyEdit"/> in a document. A code fix makes the same change in C#, and tests hold the two together.</summary>
public static class PolicyEditor
{
    /// <summary>The policy after the change; the policy itself where the place of the change is not in it or not known.</summary>
    public static PolicyDocument Apply(PolicyDocument policy, PolicyEdit edit) => edit switch
    {
        MoveRule move => WithRules(policy, rules => Move(rules, move.Rule, move.Before)),
        RemoveRule remove => WithRules(policy, rules => IsIn(remove.Rule, rules) && RemovedAt(rules, remove.Rule)),
        InsertRule insert => WithRules(policy, rules => Insert(rules, insert)),
        ReplaceText { Path.Field: PolicyField.EntryResources } replace => Select(policy, replace.Path.Rule, resources => ReplacedText(resources, replace)),
        ReplaceText { Path.Field: PolicyField.Group } replace => Select(policy, replace.Path.Rule, resources => ReplacedGroup(resources, replace)),
        ReplaceResource replace => Select(policy, replace.Path.Rule, resources => Replaced(resources, replace)),
        RemoveValue { Path.Field: PolicyField.EntryResources } remove => Select(policy, remove.Path.Rule, resources => RemovedAt(resources, IndexOf(resources, remove.Path))),
        AddValues { Path.Field: PolicyField.EntryResources } add => Select(policy, add.Path.Rule, resources => AddedToEntry(resources, add)),
        ReplaceField replace => WithTexts(WithoutField(policy, new(replace.Rule, replace.Field)), new(replace.Rule, replace.Other), texts => Added(texts, replace.Values)),
        AddResources add => Select(policy, add.Rule, resources => Added(resources, add.Resources)),
        ReplaceText { Path.Field: PolicyField.Level } replace => WithRule(policy, replace.Path.Rule, rule => rule with { Level = Node<string>.Of(replace.Text) }),
        ReplaceText replace => WithTexts(policy, replace.Path, texts => ReplacedAt(texts, replace.Path.Index, replace.Text)),
        RemoveValue remove => WithTexts(policy, remove.Path, texts => RemovedAt(texts, remove.Path.Index)),
        AddValues add => WithTexts(policy, add.Path, texts => Added(texts, add.Values)),
        RemoveField remove => WithoutField(policy, remove.Path),
        _ => policy,
    };

    private static bool IsIn<T>(int index, List<T> list) => index >= 0 && index < list.Count;

    private static bool RemovedAt<T>(List<T> list, int index)
    {
        if (!IsIn(index, list)) return false;
        list.RemoveAt(index);
        return true;
    }

    private static bool Move(List<Node<PolicyRuleNode>> rules, int rule, int before)
    {
        if (!IsIn(rule, rules) || before < 0 || before > rules.Count) return false;
        Node<PolicyRuleNode> moved = rules[rule];
        rules.RemoveAt(rule);
        rules.Insert(before > rule ? before - 1 : before, moved);
        return true;
    }

    private static bool Insert(List<Node<PolicyRuleNode>> rules, InsertRule insert)
    {
        if (insert.Before < 0 || insert.Before > rules.Count) return false;
        List<Node<string>> urls = [];
        Added(urls, insert.NonResourceUrls);
        List<Node<SelectedResource>> resources = [];
        Added(resources, insert.Resources);
        rules.Insert(insert.Before, Node<PolicyRuleNode>.Of(new()
        {
            Level = Node<string>.Of(insert.Level.ToString()),
            Resources = ResourceEntries.Of(resources, default),
            NonResourceUrls = TextList(urls),
        }));
        return true;
    }

    private static bool ReplacedAt(List<Node<string>> texts, int index, string text)
    {
        if (!IsIn(index, texts)) return false;
        texts[index] = Node<string>.Of(text, texts[index].Origin);
        return true;
    }

    private static bool Added(List<Node<string>> texts, ValueList<string> added)
    {
        foreach (string text in added) texts.Add(Node<string>.Of(text));
        return true;
    }

    private static bool Added(List<Node<SelectedResource>> resources, ValueList<ResourceName> added)
    {
        foreach (ResourceName name in added) resources.Add(Node<SelectedResource>.Of(new(Node<string>.Of(name.Group), Resource(name.Resource), default, default)));
        return true;
    }

    private static bool Replaced(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, ReplaceResource replace)
        => ReplacedAt(resources, IndexOf(resources, replace.Path), selected => selected with { Group = Node<string>.Of(replace.Group), Resource = Resource(replace.Resource) });

    private static bool ReplacedText(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, ReplaceText replace)
        => ReplacedAt(resources, IndexOf(resources, replace.Path), selected => selected with { Resource = Node<string>.Of(replace.Text) });

    // The group of an entry is the group of each of its resources.
    private static bool ReplacedGroup(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, ReplaceText replace)
    {
        bool replaced = false;
        for (int i = 0; i < resources.Count; i++)
        {
            if (resources[i].Entry == replace.Path.Entry) replaced |= ReplacedAt(resources, i, selected => selected with { Group = Node<string>.Of(replace.Text) });
        }

        return replaced;
    }

    private static bool ReplacedAt(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, int index, Func<SelectedResource, SelectedResource> replace)
    {
        if (!IsIn(index, resources) || !resources[index].Selected.IsKnown) return false;
        (int entry, int place, Node<SelectedResource> selected) = resources[index];
        resources[index] = (entry, place, Node<SelectedResource>.Of(replace(selected.Value), selected.Origin));
        return true;
    }

    private static int IndexOf(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, PolicyPath path)
        => resources.FindIndex(r => r.Entry == path.Entry && r.Index == path.Index);

    private static bool Added(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, ValueList<ResourceName> added)
    {
        List<Node<SelectedResource>> more = [];
        Added(more, added);
        resources.AddRange(more.Select(m => (-1, -1, m)));
        return true;
    }

    private static bool AddedToEntry(List<(int Entry, int Index, Node<SelectedResource> Selected)> resources, AddValues add)
    {
        int last = resources.FindLastIndex(r => r.Entry == add.Path.Entry);
        if (last < 0 || !resources[last].Selected.IsKnown) return false;
        SelectedResource beside = resources[last].Selected.Value;
        resources.InsertRange(last + 1, add.Values.Select(v => (add.Path.Entry, -1, Node<SelectedResource>.Of(beside with { Resource = Node<string>.Of(v) }))));
        return true;
    }

    private static Node<string> Resource(string? name) => name is null ? default : Node<string>.Of(name);

    private static PolicyDocument WithRules(PolicyDocument policy, Func<List<Node<PolicyRuleNode>>, bool> change)
    {
        if (policy.Rules.State == NodeState.Unknown) return policy;
        List<Node<PolicyRuleNode>> rules = policy.Rules.IsKnown ? [.. policy.Rules.Value] : [];
        if (!change(rules)) return policy;
        return policy with { Rules = rules.Count == 0 ? default : Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(rules), policy.Rules.Origin) };
    }

    private static PolicyDocument WithRule(PolicyDocument policy, int rule, Func<PolicyRuleNode, PolicyRuleNode> change) => WithRules(policy, rules =>
    {
        if (!IsIn(rule, rules) || !rules[rule].IsKnown) return false;
        rules[rule] = Node<PolicyRuleNode>.Of(change(rules[rule].Value), rules[rule].Origin);
        return true;
    });

    // Entries are taken apart and joined again: a changed resource may fit into another entry, as in C#.
    private static PolicyDocument Select(PolicyDocument policy, int rule, Func<List<(int Entry, int Index, Node<SelectedResource> Selected)>, bool> change) => WithRule(policy, rule, node =>
    {
        if (node.Resources.State == NodeState.Unknown) return node;
        List<(int Entry, int Index, Node<SelectedResource> Selected)> resources = node.Resources.IsKnown ? [.. ResourceEntries.OneByOne(node.Resources.Value)] : [];
        return change(resources) ? node with { Resources = ResourceEntries.Of([.. resources.Select(r => r.Selected)], node.Resources.Origin) } : node;
    });

    private static PolicyDocument WithTexts(PolicyDocument policy, PolicyPath path, Func<List<Node<string>>, bool> change)
    {
        if (path.Rule < 0) return path.Field == PolicyField.OmitStages ? policy with { OmitStages = Changed(policy.OmitStages, change) } : policy;
        return WithRule(policy, path.Rule, rule => path.Field switch
        {
            PolicyField.Users => rule with { Users = Changed(rule.Users, change) },
            PolicyField.UserGroups => rule with { UserGroups = Changed(rule.UserGroups, change) },
            PolicyField.Verbs => rule with { Verbs = Changed(rule.Verbs, change) },
            PolicyField.Namespaces => rule with { Namespaces = Changed(rule.Namespaces, change) },
            PolicyField.NonResourceUrls => rule with { NonResourceUrls = Changed(rule.NonResourceUrls, change) },
            PolicyField.OmitStages => rule with { OmitStages = Changed(rule.OmitStages, change) },
            PolicyField.ResourceNames => rule with { Resources = WithNames(rule.Resources, path.Entry, change) },
            _ => rule,
        });
    }

    private static Node<ValueList<Node<GroupResourcesNode>>> WithNames(Node<ValueList<Node<GroupResourcesNode>>> resources, int entry, Func<List<Node<string>>, bool> change)
    {
        if (!resources.IsKnown || entry < 0 || entry >= resources.Value.Count || !resources.Value[entry].IsKnown) return resources;
        GroupResourcesNode node = resources.Value[entry].Value;
        List<Node<GroupResourcesNode>> entries = [.. resources.Value];
        entries[entry] = Node<GroupResourcesNode>.Of(node with { ResourceNames = Changed(node.ResourceNames, change) }, entries[entry].Origin);
        return Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(entries), resources.Origin);
    }

    private static Node<ValueList<Node<string>>> Changed(Node<ValueList<Node<string>>> list, Func<List<Node<string>>, bool> change)
    {
        if (list.State == NodeState.Unknown) return list;
        List<Node<string>> texts = list.IsKnown ? [.. list.Value] : [];
        return change(texts) ? TextList(texts, list.Origin) : list;
    }

    private static Node<ValueList<Node<string>>> TextList(List<Node<string>> texts, Origin origin = default)
        => texts.Count == 0 ? default : Node<ValueList<Node<string>>>.Of(ValueList.From(texts), origin);

    private static PolicyDocument WithoutField(PolicyDocument policy, PolicyPath path)
    {
        if (path.Rule < 0)
        {
            return path.Field switch
            {
                PolicyField.OmitStages => policy with { OmitStages = default },
                PolicyField.OmitManagedFields => policy with { OmitManagedFields = default },
                _ => policy,
            };
        }

        return WithRule(policy, path.Rule, rule => path.Field switch
        {
            PolicyField.Users => rule with { Users = default },
            PolicyField.UserGroups => rule with { UserGroups = default },
            PolicyField.Verbs => rule with { Verbs = default },
            PolicyField.Resources => rule with { Resources = default },
            PolicyField.Namespaces => rule with { Namespaces = default },
            PolicyField.NonResourceUrls => rule with { NonResourceUrls = default },
            PolicyField.OmitStages => rule with { OmitStages = default },
            PolicyField.OmitManagedFields => rule with { OmitManagedFields = default },
            _ => rule,
        });
    }
}
