using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>A type of fluentd's parameters (config/types.rb of 1.18): it reads a text as fluentd does, all its surprises included.</summary>
/// <param name="Name">fluentd's name of the type: string, integer, float, size, time, bool, enum, array, hash, regexp.</param>
public sealed record FluentdType(string Name)
{
    /// <summary>The values of an enum, in order.</summary>
    public ValueList<string> Values { get; init; } = ValueList<string>.Empty;

    /// <summary>The type of the elements of an array or the values of a hash; null where they stay as they are.</summary>
    public FluentdType? Element { get; init; }

    /// <summary>Reads the text of a parameter, its quotes and Ruby already resolved.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter's name, for messages.</param>
    public FluentdReading Read(string text, string parameter) => Read(new FluentdDatum.Text(text), parameter);

    /// <summary>Reads what stands in JSON as an element. fluentd writes to the text of it, which Ruby does not allow of its one "true" and its one "false".</summary>
    internal FluentdReading ReadElement(FluentdDatum? datum, string parameter)
        => Name == "string" && datum is FluentdDatum.Boolean ? FluentdReading.Refused($"can't modify frozen String: \"{datum.ToText()}\"") : Read(datum, parameter);

    internal FluentdReading Read(FluentdDatum? datum, string parameter)
    {
        if (datum is null) return new FluentdReading(null);
        return Name switch
        {
            "string" => StringType.Read(datum),
            "integer" => IntegerType.Read(datum),
            "float" => FloatType.Read(datum),
            "size" => SizeType.Read(datum),
            "time" => TimeType.Read(datum),
            "bool" => BoolType.Read(datum),
            "enum" => EnumType.Read(datum, Values),
            "array" => ArrayType.Read(datum, Element, parameter),
            "hash" => HashType.Read(datum, Element, parameter),
            "regexp" => RegexpType.Read(datum),
            _ => FluentdReading.Refused($"{parameter}: unknown config_argument type `{Name}'"), // symbol among them
        };
    }
}
