using AuditSdk.Semantics.Checks.Fluentd;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Analyzers.Remedies;

/// <summary>Finds in source what a change of a pipeline is about: a parameter by its section, a directive by itself.</summary>
internal static class FluentdEditPlaces
{
    private static readonly string[] OfDirectives = ["ROOT", "label", "worker"];

    /// <summary>The change with its places; null where it cannot be made in source.</summary>
    public static SourceEdit? Of(FluentdEdit edit, FluentdElement root) => edit switch
    {
        SetParameters set => At(edit, set.Section, root),
        RenameNode rename => OfNode(edit, rename.Node, root),
        RemoveNode remove => OfNode(edit, remove.Node, root),
        MoveSection move => Place(move.Section, root) is { } element && Place(move.Before, root) is { } before ? new(edit) { Element = element, Before = before } : null,
        SetArgument set => Place(set.Section, root) is { } element ? new(edit) { Element = element } : null,
        AddSections add => Added(add, root),
        AddChunkKeys add when Buffer(add.Output, root) is { } buffer => new(edit) { At = SourcePlace.Of(buffer.Origin) },
        ReplacePlugin replace when At(edit, replace.Section, root) is { } change => change with { Texts = Texts((FluentdElement)replace.Section.In(root)!) },
        _ => null,
    };

    private static SourceEdit? At(FluentdEdit edit, FluentdPath section, FluentdElement root) => Place(section, root) is { } place ? new(edit) { At = place } : null;

    private static SourceEdit? OfNode(FluentdEdit edit, FluentdPath path, FluentdElement root)
    {
        if (path.Parent is not { } parent || parent.In(root) is not FluentdElement around || path.In(root) is not { } node) return null;
        if (node is FluentdElement directive && OfDirectives.Contains(around.Name)) return SourcePlace.Of(directive.Origin) is { } element ? new(edit) { Element = element } : null;
        string? key = (node as FluentdParameter)?.Key ?? (node as FluentdElement)?.Name;
        return key is not null && SourcePlace.Of(around.Origin) is { } at ? new(edit) { At = at, Key = key, Element = node is FluentdElement ? SourcePlace.Of(node.Origin) : null } : null;
    }

    // Parameters may come into a section that is there: then it is one of that name.
    private static SourceEdit? Added(AddSections add, FluentdElement root)
    {
        if (add.Section.In(root) is not FluentdElement section || SourcePlace.Of(section.Origin) is not { } at) return null;
        FluentdElement[] there = OfDirectives.Contains(section.Name) ? [] : [.. section.Elements.Where(e => add.Sections.Any(s => s.Name == e.Name))];
        if (there.Length == 0) return new(add) { At = at, Texts = OfDirectives.Contains(section.Name) ? [] : Texts(section) };
        return there.Length == 1 && add.Sections.Count == 1 && SourcePlace.Of(there[0].Origin) is { } inner ? new(add) { At = at, Element = inner } : null;
    }

    // A name that two sections have says nothing of either.
    private static IReadOnlyList<KeyValuePair<string, string>> Texts(FluentdElement section)
        => [.. Parameters(section).Where(p => p.Key[0] != '@' && p.Value.Literal is not null).GroupBy(p => p.Key, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => new KeyValuePair<string, string>(g.Key, g.Single().Value.Literal!))];

    private static IEnumerable<FluentdParameter> Parameters(FluentdElement section) => section.Parameters.Concat(section.Elements.SelectMany(Parameters));

    private static FluentdElement? Buffer(FluentdPath output, FluentdElement root) => (output.In(root) as FluentdElement)?.Elements.FirstOrDefault(e => e.Name == "buffer");

    private static SourcePlace? Place(FluentdPath path, FluentdElement root) => path.In(root) is { } node ? SourcePlace.Of(node.Origin) : null;
}
