using System.Reflection;
using System.Text.RegularExpressions;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Fluentd;

/// <summary>Maps typed sections to elements: @type, @id, @log_level, @label, the parameters in the order they were set, Extra, then the nested sections.</summary>
internal sealed partial class SectionMap(FindingSink findings, LabelUses labels)
{
    private const int DeepestNesting = 100;

    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);

    /// <summary>Types of plugins that nothing here knows, although they are there.</summary>
    public IEnumerable<string> Types => _types;

    /// <summary>A section at the head of a directive: its comment goes to the top inside, since the directive has one of its own above.</summary>
    public FluentdElement Headed(string name, Section section, Origin origin)
    {
        FluentdElement element = Element(name, section, isUntyped: false, origin, 0);
        if (element.Comment is not { } comment) return element;
        if (element.Nodes.Count == 0) return element with { Comment = null, EndComment = comment };
        FluentdNode first = element.Nodes[0];
        first = first with { Comment = first.Comment is null ? comment : comment + "\n" + first.Comment };
        return element with { Comment = null, Nodes = ValueList.From(element.Nodes.Skip(1).Prepend(first)) };
    }

    private FluentdElement Element(string name, Section section, bool isUntyped, Origin owner, int depth)
    {
        Origin origin = section.Site.File is null ? owner : section.Site.Origin;
        string where = section is Plugin plugin ? $"<{name}> of type '{plugin.Type}'" : $"<{name}>";
        List<FluentdNode> nodes = [.. Parameters(section, isUntyped, where, origin)];
        foreach (SectionEntry entry in section.Entries)
        {
            foreach ((string child, Section? nested) in entry.Sections) AddSection(nodes, child, nested, entry.Untyped, where, origin, depth);
        }

        CheckSingles(section, where, origin);
        foreach (RawSection? nested in section.ExtraSections ?? []) AddSection(nodes, nested?.Name, nested, isUntyped: false, where, origin, depth);
        FluentdValue? argument = Argument(section, where, origin);
        return new FluentdElement(name, argument?.Source ?? "", ValueList.From(nodes))
        {
            RubyArgument = argument is { HasRuby: true } ? argument : null,
            Comment = section.Comment,
            Origin = origin,
        };
    }

    private void AddSection(List<FluentdNode> nodes, string? name, Section? section, bool isUntyped, string where, Origin origin, int depth)
    {
        if (section is null || name is null) findings.Error("AUD9005", $"A section{(name is null ? "" : $" <{name}>")} in {where} is null or has no name; take it out.", origin);
        else if (depth == DeepestNesting) findings.Error("AUD9010", $"{where} holds sections in sections more than {DeepestNesting} deep.", origin);
        else nodes.Add(Element(name, section, isUntyped, origin, depth + 1));
    }

    // ExtraSections may not give again what its plugin reads once.
    private void CheckSingles(Section section, string where, Origin origin)
    {
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        foreach (SectionEntry entry in section.Entries)
        {
            if (entry is { Typed: Section or SettingMap, Sections: [(string name, _)] }) places[name] = "by a typed property and";
        }

        foreach (RawSection? extra in section.ExtraSections ?? [])
        {
            if (extra?.Name is not { } name || places.TryAdd(name, "twice") || (places[name] == "twice" && !IsSingle(section, name))) continue;
            findings.Error("AUD9009", $"<{name}> in {where} is given {places[name]} in ExtraSections; its plugin reads one. Keep one.", extra.Site.File is null ? origin : extra.Site.Origin);
        }
    }

    // Asked only where a name is there twice, which few builds have: reflection will do.
    private static bool IsSingle(Section section, string name)
        => section.GetType().GetProperties().Any(p => p.GetCustomAttribute<FluentdParameterAttribute>() is { IsSection: true } fact && fact.Name == name && !p.PropertyType.IsGenericType);

    private IEnumerable<FluentdParameter> Parameters(Section section, bool isUntyped, string where, Origin origin)
    {
        Dictionary<string, string> places = new(StringComparer.Ordinal);
        foreach ((string? key, FluentdValue value, string place) in Reserved(section as Plugin, isUntyped, where, origin).Concat(Typed(section, where, origin)).Concat(Extra(section, where, origin)))
        {
            if (key is null)
            {
                findings.Error("AUD9005", $"The name of a parameter in {where} is null; take it out.", origin);
            }
            else if (value.Parts!.Any(p => p.Text is null))
            {
                findings.Error("AUD9005", $"The value of '{key}' in {where} is null; leave the parameter out instead.", origin);
            }
            else if (!places.TryAdd(key, place))
            {
                string both = places[key] == place ? $"twice in {place}" : $"by {places[key]} and in {place}";
                findings.Error("AUD9009", $"'{key}' in {where} is given {both}; fluentd would keep the last one only. Keep one.", origin);
            }
            else
            {
                yield return new FluentdParameter(key, value) { Origin = origin };
            }
        }
    }

    private IEnumerable<(string? Key, FluentdValue Value, string Place)> Reserved(Plugin? plugin, bool isUntyped, string where, Origin origin)
    {
        if (plugin is null) yield break;
        if (IsDeclared(plugin)) _types.Add(plugin.Type);
        if (!isUntyped)
        {
            if (string.IsNullOrWhiteSpace(plugin.Type)) findings.Error("AUD9010", $"{where} has no type.", origin);
            yield return ("@type", FluentdValue.Text(plugin.Type), "the plugin's type");
        }

        if (plugin.Id is { } id) yield return ("@id", id.ToValue(static v => v), "the property Id");
        if (plugin.LogLevel is { } level)
        {
            if (!Enum.IsDefined(level)) findings.Error("AUD9010", $"The log level {(int)level} of {where} is none.", origin);
            yield return ("@log_level", FluentdValue.Text(level.ToString().ToLowerInvariant()), "the property LogLevel");
        }

        if (plugin is RoutedPlugin { Label: { } label })
        {
            labels.Use(label, origin);
            yield return ("@label", FluentdValue.Text(label.Text), "the property Label");
        }
    }

    private static bool IsDeclared(Plugin plugin)
        => plugin is RawInput or RawFilter or RawOutput or RawParser or RawFormatter or RawStorage or RawServiceDiscovery or RawBuffer || plugin.GetType().Assembly != typeof(Plugin).Assembly;

    private IEnumerable<(string? Key, FluentdValue Value, string Place)> Typed(Section section, string where, Origin origin)
    {
        foreach (SectionEntry entry in section.Entries)
        {
            if (entry.IsArgument || entry.Text is null) continue;
            if (entry.Typed is Setting<double> { Ruby: null, Literal: var number } && !double.IsFinite(number))
            {
                findings.Error("AUD9010", $"'{entry.Key}' in {where} is not a number that fluentd can read: it would take it for 0.", origin);
            }

            if (entry.Typed is Label label) labels.Use(label, origin);
            foreach ((string id, string message) in (entry.Typed as IFluentdText)?.Problems ?? []) findings.Error(id, $"'{entry.Key}' in {where} {message}", origin);
            yield return (entry.Key, entry.Text, "a typed property");
        }
    }

    private IEnumerable<(string? Key, FluentdValue Value, string Place)> Extra(Section section, string where, Origin origin)
    {
        foreach ((string? key, Setting<string> setting) in section.Extra?.Entries ?? [])
        {
            FluentdValue value = setting.ToValue(static v => v);
            if (key == "@label" && value.Literal is { Length: > 0 } name) labels.UseText(name, origin);
            if (section.IsSecretInClear(key, setting)) value = value with { Secret = SecretLiteral.Accident };
            yield return (key, value, section is RawSection ? "the keys of the section" : "Extra");
        }
    }

    private FluentdValue? Argument(Section section, string where, Origin origin)
    {
        if (section is BufferPlugin { ChunkKeys.Count: > 0 } buffer)
        {
            CheckChunkKeys(buffer, where, origin);
            if (buffer.Entries.Any(e => e.IsArgument)) findings.Error("AUD9009", $"The text after <buffer is given by ChunkKeys and by SectionArgument in {where}. Keep one.", origin);
        }

        if (section.Argument is not { } argument) return null;
        if (argument.Parts!.All(p => p.Text is not null)) return argument;
        findings.Error("AUD9005", $"The text after the name of {where} is null.", origin);
        return null;
    }

    private void CheckChunkKeys(BufferPlugin buffer, string where, Origin origin)
    {
        foreach (ChunkKey key in buffer.ChunkKeys)
        {
            if (key.Name is null) findings.Error("AUD9005", $"A chunk key of {where} is null.", origin);
            else if (key == ChunkKey.None ? buffer.ChunkKeys.Count > 1 : !ChunkKeyName().IsMatch(key.Name))
            {
                findings.Error("AUD9010", $"'{key.Name}' cannot be a chunk key of {where}: fluentd takes letters, digits and - _ . @, or a path that begins with '$.'.", origin);
            }
        }
    }

    // fluentd's own rule; a path may hold anything but what would end it in the list.
    [GeneratedRegex(@"\A(?:[-_.@a-zA-Z0-9]+|\$\.[^,\s\[\]>#""']+)\z")]
    private static partial Regex ChunkKeyName();
}
