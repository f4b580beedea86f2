using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd;

/// <summary>The nodes of all open sections, the innermost on top: a section takes its own when it ends, as one list of the right size.</summary>
internal sealed class NodeStack
{
    private FluentdNode[] _nodes = new FluentdNode[16];

    public int Count { get; private set; }

    public void Push(FluentdNode node)
    {
        if (Count == _nodes.Length) Array.Resize(ref _nodes, Count * 2);
        // Through a reference the array's type is compared, not the node's looked up.
        ref FluentdNode place = ref _nodes[Count++];
        place = node;
    }

    /// <summary>Takes the nodes from a place on.</summary>
    public ValueList<FluentdNode> TakeFrom(int place)
    {
        if (place == Count) return ValueList<FluentdNode>.Empty;
        FluentdNode[] taken = new FluentdNode[Count - place];
        Array.Copy(_nodes, place, taken, 0, taken.Length);
        Count = place;
        return new ValueList<FluentdNode>(taken);
    }
}
