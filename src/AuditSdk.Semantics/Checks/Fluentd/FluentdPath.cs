using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>A place of a fluentd tree, the same in a file and in C#: the nodes on the way to it.</summary>
/// <param name="Indexes">For each section on the way, from the root, which of its nodes comes next, from 0; empty for the root.</param>
public sealed record FluentdPath(ValueList<int> Indexes)
{
    /// <summary>The root of the tree.</summary>
    public static FluentdPath Root { get; } = new(ValueList<int>.Empty);

    /// <summary>The section around it; null for the root.</summary>
    public FluentdPath? Parent => Indexes.Count == 0 ? null : new(ValueList.From(Indexes.Take(Indexes.Count - 1)));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static FluentdPath Parse(string text) => text.Length == 0 ? Root : new(ValueList.From(text.Split('.').Select(i => int.Parse(i, CultureInfo.InvariantCulture))));

    /// <summary>The node of a tree; null where it has none there.</summary>
    public FluentdNode? In(FluentdElement root)
    {
        FluentdNode node = root;
        foreach (int index in Indexes)
        {
            if (node is not FluentdElement section || index < 0 || index >= section.Nodes.Count) return null;
            node = section.Nodes[index];
        }

        return node;
    }

    /// <summary>The indexes with dots between them.</summary>
    public override string ToString() => string.Join(".", Indexes.Select(i => i.ToString(CultureInfo.InvariantCulture)));
}
