using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing;

/// <summary>The parameters of a plugin's section as fluentd reads them: of equal names the last counts.</summary>
internal sealed class PluginSettings(FluentdElement element)
{
    /// <summary>The plugin's type; null where it has none.</summary>
    /// <exception cref="UndecidedException">It is not known.</exception>
    public string? Type => Text("@type") ?? Text("type");

    /// <summary>What the plugin is called in the log: its <c>@id</c>, or the object's number, which differs from run to run.</summary>
    public string Id => Text("@id") ?? Text("id") ?? "object:ID";

    public FluentdElement Element { get; } = element;

    public bool Has(string name) => Last(name) is not null;

    public IEnumerable<PluginSettings> Sections(string name) => Element.Elements.Where(e => e.Name == name).Select(e => new PluginSettings(e));

    /// <summary>The text of a parameter; null where it is left out.</summary>
    /// <exception cref="UndecidedException">The value is not known.</exception>
    public string? Text(string name)
    {
        FluentdParameter? parameter = Last(name);
        if (parameter is null && Element.IsOpen)
        {
            throw new UndecidedException($"<{Element.Name}> has parameters that are not known");
        }

        return parameter is null ? null : parameter.Value.Literal ?? throw new UndecidedException($"'{name}' of <{Element.Name}> is not known");
    }

    /// <summary>The value of a parameter of a type, or the default where it is left out.</summary>
    /// <exception cref="UndecidedException">The value is not known.</exception>
    /// <exception cref="RaisedException">fluentd refuses it.</exception>
    public FluentdDatum? Value(string name, FluentdType type, FluentdDatum? otherwise = null)
    {
        if (Text(name) is not { } text) return otherwise;
        FluentdReading reading = type.Read(text, name);
        bool isRubys = type.Name == "regexp" && reading.Error?.StartsWith("invalid regexp", StringComparison.Ordinal) == false;
        if (reading.Error is not null) throw new RaisedException(isRubys ? "RegexpError" : "Fluent::ConfigError", reading.Error);
        return reading.Value ?? (otherwise is null ? null : throw RaisedException.Config(FluentdReading.NilRefused(name)));
    }

    public bool Flag(string name, bool otherwise) => ((FluentdDatum.Boolean)Value(name, new FluentdType("bool"), new FluentdDatum.Boolean(otherwise))!).Value;

    /// <summary>The text of a parameter that must be there.</summary>
    public string Required(string name) => Text(name) ?? throw Missing(name);

    /// <summary>A regular expression that must be there.</summary>
    public FluentdDatum.Regexp Pattern(string name) => Value(name, new FluentdType("regexp")) as FluentdDatum.Regexp ?? throw Missing(name);

    /// <summary>The texts of a list; null where it is left out.</summary>
    public IReadOnlyList<string>? List(string name)
        => Value(name, new FluentdType("array") { Element = new FluentdType("string") }) is FluentdDatum.List list ? [.. list.Items.Select(i => i?.ToText() ?? "")] : null;

    private RaisedException Missing(string name) => RaisedException.Config($"'{name}' parameter is required{(Element.Name is "match" or "filter" ? "" : $", in section {Element.Name}")}");

    private FluentdParameter? Last(string name) => Element.Parameters.LastOrDefault(p => p.Key == name && p.RubyKey is null);
}
