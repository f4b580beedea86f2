using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>Turns the selectors of a rule into its <c>resources</c>.</summary>
internal static class ResourceMap
{
    public static Node<ValueList<Node<GroupResourcesNode>>> Map(ValueList<ResourceSelector>? selectors, PolicyPlace rule)
    {
        if (selectors is null) return rule.NullList<GroupResourcesNode>("Resources");
        Node<SelectedResource>[] selected = new Node<SelectedResource>[selectors.Count];
        for (int i = 0; i < selected.Length; i++)
        {
            selected[i] = selectors[i] is { } selector
                ? Node<SelectedResource>.Of(Selected(selector, i > 0 ? selectors[i - 1] : null, i > 0 ? selected[i - 1] : default, rule.Inner("Resources", i, rule.Origin)), rule.Origin)
                : rule.NullElement<SelectedResource>("Resources", i);
        }

        return ResourceEntries.Of(selected, rule.Origin);
    }

    // What a selector has in common with the one before is mapped once, and what is wrong with it told once.
    private static SelectedResource Selected(ResourceSelector selector, ResourceSelector? before, Node<SelectedResource> mapped, PolicyPlace place) => new(
        before?.Group == selector.Group ? mapped.Value.Group : place.Text(selector.Group, "Group"),
        place.Text(selector.Resource, "Resource"),
        before is not null && Equals(before.Names, selector.Names) ? mapped.Value.Names : place.Texts(selector.Names, "Names"),
        place.Origin);
}
