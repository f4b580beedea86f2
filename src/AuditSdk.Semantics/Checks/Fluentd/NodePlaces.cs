using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Where the nodes of a tree are in it.</summary>
internal sealed class NodePlaces
{
    private readonly Dictionary<Origin, List<Place>> _places = [];

    public NodePlaces(FluentdElement root)
    {
        Root = root;
        Add(root, null);
    }

    /// <summary>The root of the tree.</summary>
    public FluentdElement Root { get; }

    /// <summary>The place of a node; null for one that is not of the tree.</summary>
    public FluentdPath? Of(FluentdNode node) => ReferenceEquals(node, Root) ? FluentdPath.Root : Find(node.Origin, n => ReferenceEquals(n, node))?.Path;

    /// <summary>The one parameter that is written at a place of a text; null for none, and for several, such as those of a file that is included twice.</summary>
    public (FluentdParameter Parameter, FluentdPath Path)? Parameter(Origin origin) => Find(origin, n => n is FluentdParameter) is { } place ? ((FluentdParameter)place.Node, place.Path) : null;

    /// <summary>The one section that is written at a place of a text.</summary>
    public (FluentdElement Section, FluentdPath Path)? Section(Origin origin) => Find(origin, n => n is FluentdElement) is { } place ? ((FluentdElement)place.Node, place.Path) : null;

    private Place? Find(Origin origin, Func<FluentdNode, bool> isMeant)
    {
        if (!_places.TryGetValue(origin, out List<Place>? places)) return null;
        Place[] found = [.. places.Where(p => isMeant(p.Node)).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    private void Add(FluentdElement section, Place? around)
    {
        for (int i = 0; i < section.Nodes.Count; i++)
        {
            Place place = new(section.Nodes[i], i, around);
            if (!_places.TryGetValue(place.Node.Origin, out List<Place>? places)) _places[place.Node.Origin] = places = new(1);
            places.Add(place);
            if (place.Node is FluentdElement inner) Add(inner, place);
        }
    }

    private sealed record Place(FluentdNode Node, int Index, Place? Around)
    {
        public FluentdPath Path => new(ValueList.From(Around is null ? [Index] : Around.Path.Indexes.Append(Index)));
    }
}
