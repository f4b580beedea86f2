using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes;

/// <summary>What a rule selects as C# writes it: a whole group, or one resource or subresource, perhaps by names of objects.</summary>
/// <param name="Group">The API group; empty is the core group.</param>
/// <param name="Resource">As in a policy: <c>pods</c>, <c>pods/log</c>; absent is the whole group.</param>
/// <param name="Names">Names of objects; absent is any.</param>
/// <param name="Origin">Where it was written.</param>
public readonly record struct SelectedResource(Node<string> Group, Node<string> Resource, Node<ValueList<Node<string>>> Names, Origin Origin);

/// <summary>Between the resources that a rule selects one by one and the entries of its <c>resources</c>, which hold several each.</summary>
public static class ResourceEntries
{
    /// <summary>The entries of a rule: neighbours that differ in the resource alone become one.</summary>
    public static Node<ValueList<Node<GroupResourcesNode>>> Of(IReadOnlyList<Node<SelectedResource>> selected, Origin origin)
    {
        if (selected.Count == 0) return default;
        List<Node<GroupResourcesNode>> entries = new(selected.Count);
        int next;
        for (int first = 0; first < selected.Count; first = next)
        {
            next = first + 1;
            while (next < selected.Count && CanShareEntry(selected[first], selected[next])) next++;
            entries.Add(selected[first].IsKnown
                ? Node<GroupResourcesNode>.Of(Entry(selected, first, next, origin), selected[first].Value.Origin)
                : Node<GroupResourcesNode>.Unknown(selected[first].Origin));
        }

        return Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(entries), origin);
    }

    /// <summary>What the entries of a rule select, one by one, with the entry of each and its place in that entry, -1 for a whole group.</summary>
    public static IEnumerable<(int Entry, int Index, Node<SelectedResource> Selected)> OneByOne(ValueList<Node<GroupResourcesNode>> entries)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            Node<GroupResourcesNode> entry = entries[i];
            if (!entry.IsKnown || entry.Value.Resources.State == NodeState.Unknown)
            {
                yield return (i, -1, Node<SelectedResource>.Unknown(entry.Origin));
            }
            else if (!entry.Value.Resources.IsKnown || entry.Value.Resources.Value.Count == 0)
            {
                yield return (i, -1, Selected(entry, default));
            }
            else
            {
                for (int j = 0; j < entry.Value.Resources.Value.Count; j++) yield return (i, j, Selected(entry, entry.Value.Resources.Value[j]));
            }
        }
    }

    private static Node<SelectedResource> Selected(Node<GroupResourcesNode> entry, Node<string> resource)
        => Node<SelectedResource>.Of(new(entry.Value.Group, resource, entry.Value.ResourceNames, entry.Origin), entry.Origin);

    // A whole group has no list of resources; a resource beside it would narrow it to that one.
    private static bool CanShareEntry(Node<SelectedResource> first, Node<SelectedResource> other)
        => first.IsKnown && other.IsKnown
            && first.Value.Resource.State != NodeState.Absent && other.Value.Resource.State != NodeState.Absent
            && first.Value.Group.IsKnown && other.Value.Group.IsKnown
            && string.Equals(first.Value.Group.Value, other.Value.Group.Value, StringComparison.Ordinal)
            && AreSame(first.Value.Names, other.Value.Names);

    // By text: equal names may be written in two places.
    private static bool AreSame(Node<ValueList<Node<string>>> names, Node<ValueList<Node<string>>> others)
    {
        if (names.State != others.State || names.State == NodeState.Unknown) return false;
        if (!names.IsKnown) return true;
        if (names.Value.Count != others.Value.Count) return false;
        for (int i = 0; i < names.Value.Count; i++)
        {
            if (!names.Value[i].IsKnown || !others.Value[i].IsKnown || !string.Equals(names.Value[i].Value, others.Value[i].Value, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private static GroupResourcesNode Entry(IReadOnlyList<Node<SelectedResource>> selected, int first, int next, Origin origin)
    {
        SelectedResource head = selected[first].Value;
        GroupResourcesNode entry = new() { Group = head.Group, ResourceNames = head.Names };
        if (head.Resource.State == NodeState.Absent) return entry;

        Node<string>[] resources = new Node<string>[next - first];
        for (int i = first; i < next; i++) resources[i - first] = selected[i].Value.Resource;
        return entry with { Resources = Node<ValueList<Node<string>>>.Of(ValueList.From(resources), origin) };
    }
}
