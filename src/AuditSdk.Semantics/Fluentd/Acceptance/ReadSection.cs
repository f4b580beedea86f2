using System.Globalization;
using System.Numerics;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Plugins;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Acceptance;

/// <summary>What fluentd read of a section: values with their defaults, and the sections inside.</summary>
internal sealed class ReadSection(SectionSchema schema, ConfElement element, ConfigurationRun run)
{
    private readonly Dictionary<string, ConfValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReadSection>> _sections = new(StringComparer.Ordinal);

    public SectionSchema Schema { get; } = schema;

    /// <summary>The section as written, or as made where it was left out.</summary>
    public ConfElement Element { get; } = element;

    public void Set(string name, ConfValue value) => _values[name] = value;

    public void Add(string name, IEnumerable<ReadSection> sections) => _sections[name] = [.. sections];

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Sections of a name; the one of a section that is there at most once comes first.</summary>
    public IReadOnlyList<ReadSection> Sections(string name) => _sections.TryGetValue(name, out List<ReadSection>? sections) ? sections : [];

    public ReadSection? Section(string name) => Sections(name).FirstOrDefault();

    /// <summary>A value: false where Ruby or the host makes it, which is noted, so that nothing may be concluded from it.</summary>
    public bool TryGet(string name, out FluentdDatum? datum)
    {
        datum = null;
        if (!_values.TryGetValue(name, out ConfValue value)) return true;
        datum = value.Datum;
        if (!value.IsKnown) run.Unknown(value.Origin);
        return value.IsKnown;
    }

    /// <summary>As <see cref="TryGet"/>, as text; null for nil.</summary>
    public bool TryText(string name, out string? text)
    {
        bool isKnown = TryGet(name, out FluentdDatum? datum);
        text = datum?.ToText();
        return isKnown;
    }

    /// <summary>True where the value is known to be true.</summary>
    public bool IsTrue(string name) => TryGet(name, out FluentdDatum? datum) && datum is FluentdDatum.Boolean { Value: true };

    /// <summary>True where the value is known to be false.</summary>
    public bool IsFalse(string name) => TryGet(name, out FluentdDatum? datum) && datum is FluentdDatum.Boolean { Value: false };

    /// <summary>True where the value is known to be neither nil nor false, Ruby's truth.</summary>
    public bool IsSet(string name) => TryGet(name, out FluentdDatum? datum) && datum is not (null or FluentdDatum.Boolean { Value: false });

    /// <summary>True where the value is there, known or not.</summary>
    public bool IsWritten(string name) => _values.TryGetValue(name, out ConfValue value) && (!value.IsKnown || value.Datum is not null);

    /// <summary>The texts of an array; null for nil and where unknown.</summary>
    public IReadOnlyList<string>? Texts(string name) => TryGet(name, out FluentdDatum? datum) && datum is FluentdDatum.List list ? [.. list.Items.Select(i => i?.ToText() ?? "")] : null;

    /// <summary>A number; null for nil and where unknown.</summary>
    public double? Number(string name) => TryGet(name, out FluentdDatum? datum) ? Number(datum) : null;

    public Origin OriginOf(string name) => _values.TryGetValue(name, out ConfValue value) && value.Origin != default ? value.Origin : Element.Origin;

    private static double? Number(FluentdDatum? datum) => datum switch
    {
        FluentdDatum.Integer { Value: var whole } => BigInteger.Abs(whole) < new BigInteger(1e300) ? (double)whole : double.Parse(whole.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        FluentdDatum.Float { Value: var number } => number,
        _ => null,
    };
}
