using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting.Fluentd;

/// <summary>Lifts sections as the build maps them: @type, @id, @log_level, @label, the parameters in the order they were set, Extra, then the nested sections.</summary>
internal sealed class SectionLifter(FluentdTypes types, Places places)
{
    private const int DeepestNesting = 100;

    private readonly HashSet<string> _rawTypes = new(StringComparer.Ordinal);

    /// <summary>Types of plugins without a class of their own.</summary>
    public IReadOnlyCollection<string> RawTypes => _rawTypes;

    /// <summary>The lines that the real objects have recorded.</summary>
    public BuildLines Lines { get; } = new();

    /// <summary>A section at the head of a directive: its comment goes to the top inside, since the directive has one of its own above.</summary>
    public FluentdElement Headed(string name, Value? section, Place place, ObjectValue directive)
    {
        FluentdElement element = Element(name, section ?? directive, isUntyped: false, place, BuildLines.Of(directive), 0);
        if (element.Comment is not { } comment) return element;
        if (element.Nodes.Count == 0) return element with { Comment = null, EndComment = comment };
        FluentdNode first = element.Nodes[0];
        first = first with { Comment = first.Comment is null ? comment : comment + "\n" + first.Comment };
        return element with { Comment = null, Nodes = ValueList.From(element.Nodes.Skip(1).Prepend(first)) };
    }

    /// <summary>The text of a label; null where it is not known.</summary>
    public string? LabelOf(Value? value)
        => value is ObjectValue label && KnownTypes.Is(label.Type, types.Label) && label["Name"] is ConstantValue { Constant: string name } && !string.IsNullOrWhiteSpace(name) ? (name[0] == '@' ? name : "@" + name) : null;

    private FluentdElement Element(string name, Value value, bool isUntyped, Place place, int ownersLine, int depth)
    {
        Origin origin = places.Of(value, place);
        if (value is not ObjectValue section || !FluentdTypes.Derives(section.Type, types.Section) || depth > DeepestNesting)
        {
            return new(name, "", ValueList.From([(FluentdNode)new FluentdUnknown { Origin = origin }])) { RubyArgument = FluentdValue.Unknown, Origin = origin };
        }

        FluentdProperties properties = types.PropertiesOf(section.Type);
        int line = properties.IsBuffer ? ownersLine : BuildLines.Of(section);
        Lines.Keep(origin, line, line);
        Place inside = place.Inside(section);
        List<(FluentdProperty Property, Value Value)> entries = Entries(section, properties);
        ParameterList parameters = new();
        AddReserved(parameters, section, properties, isUntyped, inside, origin);
        foreach ((FluentdProperty property, Value given) in entries.Where(e => !e.Property.IsSection && e.Property.Name.Length > 0)) AddTyped(parameters, property, given, inside);
        AddExtra(parameters, section["Extra"], inside);
        List<FluentdNode> nodes = parameters.Nodes;
        foreach ((FluentdProperty property, Value given) in entries.Where(e => e.Property.IsSection)) AddSections(nodes, property, given, inside, line, depth + 1);
        AddExtraSections(nodes, section["ExtraSections"], inside, line, depth + 1);
        FluentdValue? argument = Argument(section, properties, entries);
        return new(name, argument?.Source ?? "", ValueList.From(nodes))
        {
            RubyArgument = argument is { Literal: null } ? argument : null,
            Comment = section["Comment"] is ConstantValue { Constant: string comment } ? comment : null,
            Origin = origin,
        };
    }

    // What is set anew stands where it was set last, and null takes it out.
    private static List<(FluentdProperty Property, Value Value)> Entries(ObjectValue section, FluentdProperties properties)
    {
        List<(FluentdProperty Property, Value Value)> entries = [];
        foreach (KeyValuePair<string, Value> member in section.Members)
        {
            if (properties.Find(member.Key) is not { } property) continue;
            entries.RemoveAll(e => e.Property.Key == property.Key);
            if (member.Value is not ConstantValue { Constant: null }) entries.Add((property, member.Value));
        }

        return entries;
    }

    private void AddReserved(ParameterList parameters, ObjectValue section, FluentdProperties properties, bool isUntyped, Place place, Origin origin)
    {
        if (!properties.IsPlugin) return;
        if (!isUntyped) parameters.Add("@type", Type(section, properties), origin);
        if (section["Id"] is { } id and not ConstantValue { Constant: null }) Add(parameters, "@id", id, FluentdText.Of(id), place);
        if (section["LogLevel"] is { } level and not ConstantValue { Constant: null }) Add(parameters, "@log_level", level, LevelOf(level), place);
        if (properties.Find("Label") is null && section["Label"] is { } label and not ConstantValue { Constant: null }) Add(parameters, "@label", label, LabelOf(label) is { } name ? FluentdValue.Text(name) : null, place);
    }

    private FluentdValue Type(ObjectValue section, FluentdProperties properties)
    {
        if (properties.PluginType is { } known) return FluentdValue.Text(known);
        if (section["Type"] is not ConstantValue { Constant: string type } || string.IsNullOrWhiteSpace(type)) return FluentdValue.Unknown;
        _rawTypes.Add(type);
        return FluentdValue.Text(type);
    }

    private static FluentdValue? LevelOf(Value level)
        => level is ConstantValue { Constant: int number and >= 0 and <= 5 } ? FluentdValue.Text(new[] { "trace", "debug", "info", "warn", "error", "fatal" }[number]) : null;

    private void AddTyped(ParameterList parameters, FluentdProperty property, Value value, Place place)
    {
        FluentdValue? text = KnownTypes.Is(property.Type, types.Label)
            ? LabelOf(value) is { } label ? FluentdValue.Text(label) : null
            : new FluentdText(types).Of(value, property.Type);
        if (KnownTypes.Is(property.Type, types.Secret) && value is RubyValue { Text.Literal: not null }) text = text! with { Secret = SecretLiteral.Meant };
        Add(parameters, property.Name, value, text, place);
    }

    private void AddExtra(ParameterList parameters, Value? extra, Place place)
    {
        if (extra is null or ConstantValue { Constant: null }) return;
        if (extra is not ListValue map)
        {
            parameters.AddUnknown(places.Of(extra, place));
            return;
        }

        foreach (ListElement element in map.Elements)
        {
            if (element.Value is TupleValue { Items: [ConstantValue { Constant: string key }, var value] }) Add(parameters, key, value, FluentdText.Of(value), place.Inside(map));
            else parameters.AddUnknown(places.Of(element.Value, place.Inside(map)));
        }
    }

    // A value that may be null may be left out: then anything may stand here.
    private void Add(ParameterList parameters, string key, Value value, FluentdValue? text, Place place)
    {
        Origin origin = places.Of(value, place);
        if (value is UnknownValue { IsSome: false }) parameters.AddUnknown(origin);
        else parameters.Add(key, text ?? FluentdValue.Unknown, origin);
    }

    private void AddSections(List<FluentdNode> nodes, FluentdProperty property, Value value, Place place, int line, int depth)
    {
        Origin origin = places.Of(value, place);
        switch (value)
        {
            case ListValue map when KnownTypes.Is(property.Type, types.SettingMap):
                ParameterList parameters = new();
                AddExtra(parameters, map, place);
                Lines.Keep(origin, line, line);
                nodes.Add(new FluentdElement(property.Name, "", ValueList.From(parameters.Nodes)) { Origin = origin });
                break;
            case ListValue list:
                foreach (ListElement element in list.Elements)
                {
                    if (element.Value is UnknownValue { IsMany: true }) nodes.Add(new FluentdUnknown { Origin = places.Of(element.Value, place.Inside(list)) });
                    else nodes.Add(Element(property.Name, element.Value, property.IsUntyped, place.Inside(list), line, depth));
                }

                break;
            case ObjectValue:
                nodes.Add(Element(property.Name, value, property.IsUntyped, place, line, depth));
                break;
            default:
                nodes.Add(new FluentdUnknown { Origin = origin });
                break;
        }
    }

    private void AddExtraSections(List<FluentdNode> nodes, Value? value, Place place, int line, int depth)
    {
        if (value is null or ConstantValue { Constant: null }) return;
        foreach (ListElement element in (value as ListValue)?.Elements ?? [new(value, value.Syntax)])
        {
            if (element.Value is ObjectValue section && section["Name"] is ConstantValue { Constant: string name }) nodes.Add(Element(name, section, isUntyped: false, place.Inside(value), line, depth));
            else nodes.Add(new FluentdUnknown { Origin = places.Of(element.Value, place.Inside(value)) });
        }
    }

    private FluentdValue? Argument(ObjectValue section, FluentdProperties properties, List<(FluentdProperty Property, Value Value)> entries)
    {
        if (properties.IsBuffer) return section["ChunkKeys"] is not { } keys ? null : ChunkKeys.Of(keys, types);
        foreach ((FluentdProperty property, Value value) in entries)
        {
            if (property.Key.Length == 0) return new FluentdText(types).Of(value, property.Type) ?? FluentdValue.Unknown;
        }

        return null;
    }
}

/// <summary>The parameters of a section. The build refuses one that is given twice.</summary>
internal sealed class ParameterList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public List<FluentdNode> Nodes { get; } = [];

    public void Add(string key, FluentdValue value, Origin origin)
    {
        if (_places.TryGetValue(key, out int first))
        {
            Nodes[first] = (FluentdParameter)Nodes[first] with { Value = FluentdValue.Unknown };
            return;
        }

        _places.Add(key, Nodes.Count);
        Nodes.Add(new FluentdParameter(key, value) { Origin = origin });
    }

    public void AddUnknown(Origin origin) => Nodes.Add(new FluentdUnknown { Origin = origin });
}
