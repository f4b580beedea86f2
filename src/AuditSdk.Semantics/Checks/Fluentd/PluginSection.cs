using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Semantics.Checks.Fluentd;

/// <summary>A section with a plugin of its own: a source, filter or match, an output inside another one, or a parser, formatter, buffer or storage.</summary>
/// <param name="Element">The section.</param>
/// <param name="Kind">input, filter, output, parser, formatter, buffer or storage.</param>
/// <param name="Label">The label it stands in; empty for the top level, null where that is not known.</param>
internal sealed record PluginSection(FluentdElement Element, string Kind, string? Label)
{
    private static readonly Dictionary<string, string> Inner = new(StringComparer.Ordinal)
    {
        ["store"] = "output", ["secondary"] = "output", ["parse"] = "parser", ["format"] = "formatter", ["buffer"] = "buffer", ["storage"] = "storage",
    };

    /// <summary>The plugin around it; null for a source, filter or match.</summary>
    public PluginSection? Owner { get; private init; }

    /// <summary>The <c>@type</c>; absent where nobody wrote one.</summary>
    public Node<string> Type => Element.Text("@type") is { State: not NodeState.Absent } type ? type : Element.Text("type");

    /// <summary>True for a plugin of a type that is known.</summary>
    public bool Is(string kind, string type) => Kind == kind && Type.Or(null) == type;

    /// <summary>The sections of a name inside, as plugins where they are some.</summary>
    public IEnumerable<PluginSection> Inside => In(Element.Elements, Label, this);

    /// <summary>Every plugin of a configuration.</summary>
    public static IEnumerable<PluginSection> In(FluentdElement root)
    {
        foreach (FluentdElement element in root.Elements)
        {
            IEnumerable<PluginSection> found = element.Name switch
            {
                "source" => WithInner(new(element, "input", "")),
                "filter" => WithInner(new(element, "filter", "")),
                "match" => WithInner(new(element, "output", "")),
                "worker" => In(element),
                "label" => In(element).Select(p => p with { Label = element.RubyArgument is null ? element.Argument : null }),
                _ => [],
            };
            foreach (PluginSection plugin in found) yield return plugin;
        }
    }

    private static IEnumerable<PluginSection> WithInner(PluginSection plugin) => new[] { plugin }.Concat(plugin.Inside);

    private static IEnumerable<PluginSection> In(IEnumerable<FluentdElement> elements, string? label, PluginSection owner)
        => elements.Where(e => Inner.ContainsKey(e.Name)).SelectMany(e => WithInner(new(e, Inner[e.Name], label) { Owner = owner }));
}
