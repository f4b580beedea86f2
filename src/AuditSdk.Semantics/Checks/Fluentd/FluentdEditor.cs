using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>Makes the change of a <see cref="FluentdEdit"/> in a tree. A code fix makes the same change in C#, and tests hold the two together.</summary>
public static class FluentdEditor
{
    /// <summary>The tree after the change; the tree itself where the place of the change is not in it.</summary>
    public static FluentdElement Apply(FluentdElement root, FluentdEdit edit) => edit switch
    {
        SetParameters set => With(root, set.Section, section => WithParameters(section, set.Parameters)),
        RenameNode rename => WithNode(root, rename.Node, node => Renamed(node, rename.Name)),
        RemoveNode remove => WithNode(root, remove.Node, _ => null),
        MoveSection { Section.Indexes: [.., var from], Before.Indexes: [.., var to] } move when move.Section.Parent!.Equals(move.Before.Parent) => With(root, move.Section.Parent!, section => Moved(section, from, to)),
        SetArgument set => With(root, set.Section, section => section with { Argument = set.Argument, RubyArgument = null }),
        RenameLabel rename => WithLabel(root, rename),
        AddSections add => With(root, add.Section, section => add.Sections.Aggregate(Without(section, add.Removed), WithSection)),
        AddChunkKeys add => With(root, add.Output, output => WithChunkKeys(output, add)),
        ReplacePlugin replace => With(root, replace.Section, section => section with { Nodes = replace.Plugin.Nodes }),
        _ => root,
    };

    /// <summary>The chunk keys of a buffer's argument, which may be a JSON array.</summary>
    internal static string[] ChunkKeys(string argument)
        => new FluentdType("array").Read(argument, "chunk_keys").Value is FluentdDatum.List keys ? [.. keys.Items.Select(k => k?.ToText() ?? "").Where(k => k.Length > 0)] : [];

    private static FluentdElement With(FluentdElement root, FluentdPath path, Func<FluentdElement, FluentdElement> change)
        => path.Indexes.Count == 0 ? change(root) : WithNode(root, path, node => node is FluentdElement section ? change(section) : node);

    private static FluentdElement WithNode(FluentdElement section, FluentdPath path, Func<FluentdNode, FluentdNode?> change, int depth = 0)
    {
        if (depth >= path.Indexes.Count || path.Indexes[depth] is var index && (index < 0 || index >= section.Nodes.Count)) return section;
        bool isLast = depth == path.Indexes.Count - 1;
        FluentdNode? changed = section.Nodes[index] switch
        {
            var node when isLast => change(node),
            FluentdElement inner => WithNode(inner, path, change, depth + 1),
            var other => other,
        };
        List<FluentdNode> nodes = [.. section.Nodes];
        if (changed is null) nodes.RemoveAt(index);
        else nodes[index] = changed;
        return WithNodes(section, nodes);
    }

    private static FluentdElement WithNodes(FluentdElement section, IEnumerable<FluentdNode> nodes) => section with { Nodes = ValueList.From(nodes) };

    private static FluentdNode Renamed(FluentdNode node, string name) => node switch
    {
        FluentdParameter parameter => parameter with { Key = name },
        FluentdElement section => section with { Name = name },
        _ => node,
    };

    private static FluentdElement Moved(FluentdElement section, int from, int to)
    {
        if (from >= section.Nodes.Count || to >= section.Nodes.Count) return section;
        List<FluentdNode> nodes = [.. section.Nodes];
        nodes.RemoveAt(from);
        nodes.Insert(to > from ? to - 1 : to, section.Nodes[from]);
        return WithNodes(section, nodes);
    }

    // New parameters stand behind those that are there, before the sections.
    private static FluentdElement WithParameters(FluentdElement section, IEnumerable<FluentdParameter> parameters)
    {
        List<FluentdNode> nodes = [.. section.Nodes];
        foreach (FluentdParameter parameter in parameters)
        {
            int at = nodes.FindLastIndex(n => n is FluentdParameter { RubyKey: null } p && p.Key == parameter.Key);
            if (at >= 0) nodes[at] = (FluentdParameter)nodes[at] with { Value = parameter.Value };
            else nodes.Insert(nodes.FindLastIndex(n => n is FluentdParameter) + 1, parameter);
        }

        return WithNodes(section, nodes);
    }

    private static FluentdElement Without(FluentdElement section, ValueList<string> removed)
        => WithNodes(section, section.Nodes.Where(n => n is not FluentdParameter { RubyKey: null } p || !removed.Contains(p.Key)));

    private static FluentdElement WithSection(FluentdElement around, FluentdElement section)
    {
        List<FluentdNode> nodes = [.. around.Nodes];
        int at = section.Name is "match" or "filter" or "label" or "source" ? -1 : nodes.FindIndex(n => n is FluentdElement e && e.Name == section.Name);
        if (at >= 0) nodes[at] = WithParameters((FluentdElement)nodes[at], section.Parameters);
        else nodes.Add(section);
        return WithNodes(around, nodes);
    }

    private static FluentdElement WithChunkKeys(FluentdElement output, AddChunkKeys add)
    {
        List<FluentdNode> nodes = [.. output.Nodes];
        int at = nodes.FindIndex(n => n is FluentdElement { Name: "buffer" });
        if (at < 0) return output;
        FluentdElement buffer = (FluentdElement)nodes[at];
        buffer = buffer with { Argument = string.Join(",", ChunkKeys(buffer.Argument).Union(add.Keys)) };
        nodes[at] = add.Timekey is { } timekey ? WithParameters(buffer, [new FluentdParameter("timekey", FluentdValue.Text(timekey))]) : buffer;
        return WithNodes(output, nodes);
    }

    private static FluentdElement WithLabel(FluentdElement section, RenameLabel rename) => WithNodes(section, section.Nodes.Select(n => n switch
    {
        FluentdParameter { Key: "@label" or "label", Value.Literal: { } label } parameter when label == rename.Label => parameter with { Value = FluentdValue.Text(rename.Name) },
        FluentdElement { Name: "label", RubyArgument: null } inner when inner.Argument == rename.Label => WithLabel(inner with { Argument = rename.Name }, rename),
        FluentdElement inner => WithLabel(inner, rename),
        _ => n,
    }));
}
