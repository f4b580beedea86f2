using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Emission;

/// <summary>Checks tell nodes apart by their places, but what one object of C# says has one line: here each node gets a place of its own on it, and findings the line alone.</summary>
internal sealed class PlacesApart
{
    private int _nodes;

    /// <summary>The tree with a place for each node.</summary>
    public static FluentdElement Of(FluentdElement root) => (FluentdElement)new PlacesApart().Apart(root);

    /// <summary>The finding as people look for it.</summary>
    public static Finding Join(Finding finding) => finding with { Origin = finding.Origin with { Start = 0 }, Related = ValueList.From(finding.Related.Select(r => r with { Start = 0 })) };

    private FluentdNode Apart(FluentdNode node)
    {
        // Without a length, the start means nothing to anybody else.
        Origin origin = node.Origin with { Start = ++_nodes };
        return node is FluentdElement section ? section with { Origin = origin, Nodes = ValueList.From(section.Nodes.Select(Apart)) } : node with { Origin = origin };
    }
}
