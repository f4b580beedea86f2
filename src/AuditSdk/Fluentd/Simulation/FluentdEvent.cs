using System.Text.Json;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Fluentd;

/// <summary>An event that a source emits, to send through a pipeline in a unit test: <c>FluentdEvent.Of("audit", """{"verb":"get"}""")</c>.</summary>
public sealed record FluentdEvent
{
    private FluentdEvent(string tag, FluentdDatum.Map record) => (Tag, Fields) = (tag, record);

    /// <summary>The tag.</summary>
    public string Tag { get; }

    /// <summary>The label that its source has. Default: none, it enters at the top level.</summary>
    public Label? Label { get; private init; }

    internal FluentdDatum.Map Fields { get; }

    /// <summary>An event with a record of JSON, such as a line of the audit log.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="json">An object.</param>
    /// <exception cref="ArgumentException">The text is no JSON object.</exception>
    public static FluentdEvent Of(string tag, string json)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(json);
        string text = json.Trim();
        return text is ['{', ..] && new FluentdType("hash").Read(text, "record").Value is FluentdDatum.Map record
            ? new(tag, record)
            : throw new ArgumentException("A record is a JSON object: { \"name\": value, ... }.", nameof(json));
    }

    /// <summary>An event with a record of JSON.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="record">An object.</param>
    /// <exception cref="ArgumentException">The element is no object.</exception>
    public static FluentdEvent Of(string tag, JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) throw new ArgumentException("A record is a JSON object.", nameof(record));
        return Of(tag, record.GetRawText());
    }

    /// <summary>An event with a record of fields.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="record">The fields: texts, numbers, booleans, null, lists, and dictionaries of the same.</param>
    /// <exception cref="NotSupportedException">A value cannot be written as JSON.</exception>
    public static FluentdEvent Of(string tag, IReadOnlyDictionary<string, object?> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Of(tag, JsonSerializer.Serialize(record));
    }

    /// <summary>The event of a source with a label.</summary>
    public FluentdEvent Into(Label label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return this with { Label = label };
    }

    /// <summary>The event on one line.</summary>
    public override string ToString() => $"{Tag}: {new Semantics.Fluentd.Routing.EventRecord(Fields).ToJson()}";
}
