using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Checks.Policy;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>Finds in source what a change of a policy is about.</summary>
internal static class EditPlaces
{
    /// <summary>The change with its places; null where it cannot be made in source, because a rule stands in a list that the policy has twice.</summary>
    public static SourceEdit? Of(PolicyEdit edit, LiftedPolicy policy) => edit switch
    {
        MoveRule move => Element(move.Rule, policy) is { } rule && Element(move.Before, policy) is { } before ? new(edit) { Element = rule, Before = before } : null,
        RemoveRule remove => Element(remove.Rule, policy) is { } rule ? new(edit) { Element = rule } : null,
        InsertRule insert when insert.Before < policy.RuleElements.Count => Element(insert.Before, policy) is { } before ? new(edit) { Before = before } : null,
        InsertRule => SourcePlace.Of(policy.Document.Rules.Origin) is { } list ? new(edit) { At = list } : null,
        ReplaceText { Path: { Field: PolicyField.EntryResources or PolicyField.Group } path } replace => Resources(edit, path, policy, (group, resource) => path.Field == PolicyField.Group ? new(replace.Text, resource) : new(group, replace.Text)),
        ReplaceResource { Path: var path } replace => Resources(edit, path, policy, (_, _) => new(replace.Group, replace.Resource)),
        ReplaceText { Path: var path } => AtValue(edit, path, policy),
        RemoveValue { Path: var path } => AtValue(edit, path, policy),
        RemoveField { Path: var path } => AtValue(edit, path with { Index = -1 }, policy),
        ReplaceField replace => AtValue(edit, new PolicyPath(replace.Rule, replace.Field), policy),
        AddValues { Path: { Field: PolicyField.EntryResources } path } add => Beside(add, path, policy),
        AddValues { Path: var path } => InList(edit, path with { Index = -1 }, policy),
        AddResources { Rule: var rule } => InList(edit, new PolicyPath(rule, PolicyField.Resources), policy),
        _ => null,
    };

    private static SourcePlace? Element(int rule, LiftedPolicy policy)
    {
        if (rule < 0 || rule >= policy.RuleElements.Count) return null;
        SyntaxNode element = policy.RuleElements[rule];
        return policy.RuleElements.Count(e => e == element) == 1 ? SourcePlace.Of(element) : null;
    }

    // An entry holds what several selectors say, and all of them name its group.
    private static SourceEdit? Resources(PolicyEdit edit, PolicyPath path, LiftedPolicy policy, Func<string, string?, ResourceName> replace)
    {
        if (!RuleAt(path, policy.Document).IsKnown || !RuleAt(path, policy.Document).Value.Resources.IsKnown) return null;
        List<KeyValuePair<SourcePlace, ResourceName>> replaced = [];
        foreach ((int entry, int index, Node<SelectedResource> selected) in ResourceEntries.OneByOne(RuleAt(path, policy.Document).Value.Resources.Value))
        {
            if (entry != path.Entry || path.Field != PolicyField.Group && index != path.Index) continue;
            if (!selected.IsKnown || !selected.Value.Group.IsKnown || selected.Value.Resource.State == NodeState.Unknown) return null;
            Origin origin = selected.Value.Resource.IsKnown ? selected.Value.Resource.Origin : selected.Value.Group.Origin;
            if (SourcePlace.Of(origin) is not { } place) return null;
            replaced.Add(new(place, replace(selected.Value.Group.Value, selected.Value.Resource.Or(null))));
        }

        return replaced.Count == 0 ? null : new(edit) { Resources = replaced };
    }

    // More resources of an entry stand behind those that it has. Names of objects would have to be repeated for each.
    private static SourceEdit? Beside(AddValues add, PolicyPath path, LiftedPolicy policy)
    {
        if (!RuleAt(path, policy.Document).IsKnown || !RuleAt(path, policy.Document).Value.Resources.IsKnown) return null;
        Node<SelectedResource> last = ResourceEntries.OneByOne(RuleAt(path, policy.Document).Value.Resources.Value).LastOrDefault(r => r.Entry == path.Entry).Selected;
        if (!last.IsKnown || !last.Value.Group.IsKnown || !last.Value.Resource.IsKnown || last.Value.Names.State != NodeState.Absent || SourcePlace.Of(last.Value.Resource.Origin) is not { } place) return null;
        return new(add) { Resources = [.. add.Values.Select(v => new KeyValuePair<SourcePlace, ResourceName>(place, new(last.Value.Group.Value, v)))] };
    }

    private static SourceEdit? AtValue(PolicyEdit edit, PolicyPath path, LiftedPolicy policy)
        => SourcePlace.Of(OriginOf(path, policy.Document)) is { } place ? new(edit) { At = place, Owner = Owner(path, policy) } : null;

    private static SourceEdit? InList(PolicyEdit edit, PolicyPath path, LiftedPolicy policy)
        => Owner(path, policy) is { } owner ? new(edit) { At = SourcePlace.Of(OriginOf(path, policy.Document)), Owner = owner } : null;

    private static SourcePlace? Owner(PolicyPath path, LiftedPolicy policy) => SourcePlace.Of(path.Rule < 0 ? policy.Document.Origin : RuleAt(path, policy.Document).Origin);

    private static Node<PolicyRuleNode> RuleAt(PolicyPath path, PolicyDocument policy)
        => policy.Rules.IsKnown && path.Rule >= 0 && path.Rule < policy.Rules.Value.Count ? policy.Rules.Value[path.Rule] : default;

    private static Origin OriginOf(PolicyPath path, PolicyDocument policy)
    {
        if (path.Rule < 0)
        {
            return path.Field switch
            {
                PolicyField.OmitStages => OriginOf(policy.OmitStages, path.Index),
                PolicyField.OmitManagedFields => policy.OmitManagedFields.Origin,
                _ => policy.Origin,
            };
        }

        Node<PolicyRuleNode> node = RuleAt(path, policy);
        if (!node.IsKnown) return node.Origin;
        PolicyRuleNode rule = node.Value;
        if (path.Entry >= 0) return OriginOf(rule.Resources, path);
        return path.Field switch
        {
            PolicyField.Level => rule.Level.Origin,
            PolicyField.Users => OriginOf(rule.Users, path.Index),
            PolicyField.UserGroups => OriginOf(rule.UserGroups, path.Index),
            PolicyField.Verbs => OriginOf(rule.Verbs, path.Index),
            PolicyField.Resources => rule.Resources.Origin,
            PolicyField.Namespaces => OriginOf(rule.Namespaces, path.Index),
            PolicyField.NonResourceUrls => OriginOf(rule.NonResourceUrls, path.Index),
            PolicyField.OmitStages => OriginOf(rule.OmitStages, path.Index),
            PolicyField.OmitManagedFields => rule.OmitManagedFields.Origin,
            _ => node.Origin,
        };
    }

    private static Origin OriginOf(Node<ValueList<Node<GroupResourcesNode>>> resources, PolicyPath path)
    {
        if (!resources.IsKnown || path.Entry >= resources.Value.Count) return default;
        Node<GroupResourcesNode> entry = resources.Value[path.Entry];
        if (!entry.IsKnown) return entry.Origin;
        return path.Field switch
        {
            PolicyField.EntryResources when path.Index >= 0 => OriginOf(entry.Value.Resources, path.Index),
            PolicyField.ResourceNames => OriginOf(entry.Value.ResourceNames, path.Index),
            _ => entry.Origin,
        };
    }

    private static Origin OriginOf(Node<ValueList<Node<string>>> list, int index)
        => index < 0 ? list.Origin : list.IsKnown && index < list.Value.Count ? list.Value[index].Origin : default;
}
