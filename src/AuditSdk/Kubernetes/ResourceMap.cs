using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Kubernetes;

/// <summary>Turns the selectors of a rule into its <c>resources</c>: neighbours that differ in the resource alone become one entry.</summary>
internal static class ResourceMap
{
    public static Node<ValueList<Node<GroupResourcesNode>>> Map(ValueList<ResourceSelector>? selectors, PolicyPlace rule)
    {
        if (selectors is null) return rule.NullList<GroupResourcesNode>("Resources");
        if (selectors.Count == 0) return default;
        Node<GroupResourcesNode>[] entries = new Node<GroupResourcesNode>[selectors.Count];
        int count = 0;
        int next;
        for (int first = 0; first < selectors.Count; first = next)
        {
            next = first + 1;
            while (next < selectors.Count && CanShareEntry(selectors[first], selectors[next])) next++;
            entries[count++] = selectors[first] is null
                ? rule.NullElement<GroupResourcesNode>("Resources", first)
                : Node<GroupResourcesNode>.Of(Entry(selectors, first, next, rule), rule.Origin);
        }

        Array.Resize(ref entries, count);
        return Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(entries), rule.Origin);
    }

    // A whole group has no list of resources; a resource beside it would narrow it to that one.
    private static bool CanShareEntry(ResourceSelector? first, ResourceSelector? other)
        => first?.Resource is not null && other?.Resource is not null
            && string.Equals(first.Group, other.Group, StringComparison.Ordinal) && Equals(first.Names, other.Names);

    private static GroupResourcesNode Entry(ValueList<ResourceSelector> selectors, int first, int next, PolicyPlace rule)
    {
        PolicyPlace place = rule.Inner("Resources", first, rule.Origin);
        GroupResourcesNode entry = new()
        {
            Group = place.Text(selectors[first].Group, "Group"),
            ResourceNames = place.Texts(selectors[first].Names, "Names"),
        };
        if (selectors[first].Resource is null) return entry;

        Node<string>[] resources = new Node<string>[next - first];
        for (int i = first; i < next; i++) resources[i - first] = rule.Inner("Resources", i, rule.Origin).Text(selectors[i].Resource, "Resource");
        return entry with { Resources = Node<ValueList<Node<string>>>.Of(ValueList.From(resources), rule.Origin) };
    }
}
