using System.Globalization;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>
/// Turns a pipeline that was read from source into a tree, by the same rules as the build turns the real objects into one. What the build refuses is unknown, and so is what it
/// cannot be sure of: a value, or anything that may stand at a place.
/// </summary>
internal sealed class FluentdLifter
{
    private readonly FluentdTypes _types;
    private readonly Places _places;
    private readonly SectionLifter _sections;

    private FluentdLifter(SyntaxTree root, FluentdTypes types)
    {
        _types = types;
        _places = new(root);
        _sections = new(types, _places);
    }

    /// <summary>The tree of a pipeline; null for a value that is none, or not known.</summary>
    public static LiftedPipeline? Lift(Value value, string? name, SyntaxTree root, KnownTypes known)
    {
        if (known.Fluentd is not { } types || value is not ObjectValue config || !KnownTypes.Is(config.Type, types.Config)) return null;
        FluentdLifter lifter = new(root, types);
        Place place = new(null, config.Use);
        FluentdElement tree = new("ROOT", "", lifter.Directives(config["Directives"], place, null)) { Comment = Comment(config), Origin = lifter._places.Of(config, place) };
        return new LiftedPipeline(tree, name, config.Syntax, lifter._sections.RawTypes, lifter._sections.Lines, lifter._places);
    }

    private ValueList<FluentdNode> Directives(Value? value, Place place, string? path)
    {
        if (value is null) return ValueList<FluentdNode>.Empty;
        if (value is not ListValue list) return ValueList.From([(FluentdNode)new FluentdUnknown { Origin = _places.Of(value, place) }]);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<FluentdNode> nodes = new(list.Elements.Count);
        foreach (ListElement element in list.Elements) nodes.Add(Directive(element.Value, place.Inside(list), path, counts));
        return ValueList.From(nodes);
    }

    private FluentdNode Directive(Value value, Place place, string? path, Dictionary<string, int> counts)
    {
        if (value is not ObjectValue directive || NameOf(directive) is not { } name) return new FluentdUnknown { Origin = _places.Of(value, place) };
        counts.TryGetValue(name, out int index);
        counts[name] = index + 1;
        string at = string.Format(CultureInfo.InvariantCulture, "{0}{1}[{2}]", path is null ? "" : path + ".", name, index);
        Place inside = place.Inside(directive).At(at);
        Origin origin = _places.Of(directive, Origins.OfDirective(directive.Syntax), inside);
        FluentdNode node = name switch
        {
            "source" => Routed(name, null, directive, inside),
            "filter" or "match" => Routed(name, directive["Pattern"], directive, inside),
            "label" => Argued(new(name, "", Directives(directive["Directives"], inside, at)), _sections.LabelOf(directive["Label"])),
            "worker" => Argued(new(name, "", Directives(directive["Directives"], inside, at)), Workers(directive)),
            "system" => _sections.Headed(name, directive["Settings"], inside, directive),
            _ => directive["Path"] is ConstantValue { Constant: string include } ? new FluentdInclude(include) : new FluentdInclude("*") { RubyPath = FluentdValue.Unknown },
        };
        _sections.Lines.Keep(origin, BuildLines.Of(directive), directive["Plugin"] is ObjectValue plugin ? BuildLines.Of(plugin) : BuildLines.Of(directive));
        return node with { Comment = Comment(directive), Origin = origin };
    }

    private FluentdElement Routed(string name, Value? pattern, ObjectValue directive, Place place)
    {
        FluentdElement element = _sections.Headed(name, directive["Plugin"], place, directive) with { Argument = "", RubyArgument = null };
        return name == "source" ? element : Argued(element, pattern is ConstantValue { Constant: string text } ? text : null);
    }

    private static FluentdElement Argued(FluentdElement element, string? argument)
        => argument is null ? element with { RubyArgument = FluentdValue.Unknown } : element with { Argument = argument };

    private static string? Workers(ObjectValue worker)
    {
        if (worker["First"] is not ConstantValue { Constant: int first } || worker["Last"] is not ConstantValue { Constant: int last } || first < 0 || last < first) return null;
        return first == last ? Number(first) : Number(first) + "-" + Number(last);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Comment(ObjectValue value) => value["Comment"] is ConstantValue { Constant: string comment } ? comment : null;

    private string? NameOf(ObjectValue directive) => !FluentdTypes.Derives(directive.Type, _types.Directive) ? null : directive.Type.Name switch
    {
        "Source" => "source",
        "Filter" => "filter",
        "Match" => "match",
        "LabelSection" => "label",
        "Worker" => "worker",
        "SystemDirective" => "system",
        "Include" => "@include",
        _ => null,
    };
}
