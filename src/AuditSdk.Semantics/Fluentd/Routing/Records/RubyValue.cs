using System.Runtime.CompilerServices;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd.Values;

namespace AuditSdk.Semantics.Fluentd.Routing.Records;

/// <summary>
/// A value of a record on its way. Hashes and arrays are the same object wherever fluentd has them twice: outputs of a copy share what their filters change. Null stands for nil.
/// </summary>
internal abstract class RubyValue
{
    // Beside a step of a regular expression, memory is dear.
    private const int SnapshotCost = 8;

    /// <summary>Ruby's <c>to_s</c> of a value.</summary>
    /// <exception cref="UndecidedException">It holds what is not known.</exception>
    public static string Text(RubyValue? value, WorkBudget budget) => value is null ? "" : value is RubyScalar { Value: FluentdDatum.Text text } ? text.Value : RubyInspect.Of(value, budget);

    /// <summary>The name of its class in Ruby.</summary>
    public static string ClassOf(RubyValue? value) => value switch
    {
        null => "NilClass",
        RubyHash => "Hash",
        RubyArray => "Array",
        RubyScalar { Value: FluentdDatum.Boolean { Value: true } } => "TrueClass",
        RubyScalar { Value: FluentdDatum.Boolean } => "FalseClass",
        RubyScalar { Value: FluentdDatum.Integer } => "Integer",
        RubyScalar { Value: FluentdDatum.Float } => "Float",
        RubyScalar => "String",
        _ => throw new UndecidedException(RubyUnknown.Reason),
    };

    public static RubyScalar Of(string text) => new(new FluentdDatum.Text(text));

    /// <exception cref="InsufficientExecutionStackException">It is nested too deep; no JSON of Ruby's is.</exception>
    public static RubyValue? Of(FluentdDatum? datum)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return datum switch
        {
            null => null,
            FluentdDatum.Map map => RubyHash.Of(map),
            FluentdDatum.List list => new RubyArray([.. list.Items.Select(Of)]),
            _ => new RubyScalar(datum),
        };
    }

    /// <summary>The value as it is now; what is not known becomes the text <c>?</c>.</summary>
    public static FluentdDatum? Snapshot(RubyValue? value, WorkBudget budget)
    {
        budget.Take(SnapshotCost);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value switch
        {
            null => null,
            RubyScalar scalar => scalar.Value,
            RubyHash hash => hash.Snapshot(budget),
            RubyArray array => new FluentdDatum.List(ValueList.From(array.Items.Select(i => Snapshot(i, budget)))),
            _ => new FluentdDatum.Text("?"),
        };
    }
}

/// <summary>A value that never changes.</summary>
internal sealed class RubyScalar(FluentdDatum value) : RubyValue
{
    public FluentdDatum Value { get; } = value;
}

/// <summary>A value that only the real program knows.</summary>
internal sealed class RubyUnknown : RubyValue
{
    public const string Reason = "it depends on a value that only the real program knows";

    public static RubyUnknown Value { get; } = new();
}

/// <summary>An array.</summary>
internal sealed class RubyArray(List<RubyValue?> items) : RubyValue
{
    public List<RubyValue?> Items { get; } = items;
}

/// <summary>A hash, in the order in which its keys came.</summary>
internal sealed class RubyHash : RubyValue
{
    private readonly Dictionary<string, LinkedListNode<KeyValuePair<string, RubyValue?>>> _nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<KeyValuePair<string, RubyValue?>> _items = new();

    public IEnumerable<KeyValuePair<string, RubyValue?>> Items => _items;

    public int Count => _items.Count;

    public RubyValue? this[string key]
    {
        get => _nodes.TryGetValue(key, out LinkedListNode<KeyValuePair<string, RubyValue?>>? node) ? node.Value.Value : null;
        set
        {
            if (_nodes.TryGetValue(key, out LinkedListNode<KeyValuePair<string, RubyValue?>>? node)) node.Value = new(key, value);
            else _nodes.Add(key, _items.AddLast(new KeyValuePair<string, RubyValue?>(key, value)));
        }
    }

    public static RubyHash Of(FluentdDatum.Map map)
    {
        RubyHash hash = new();
        foreach (KeyValuePair<string, FluentdDatum?> item in map.Items) hash[item.Key] = RubyValue.Of(item.Value);
        return hash;
    }

    public bool Has(string key) => _nodes.ContainsKey(key);

    public void Remove(string key)
    {
        if (!_nodes.TryGetValue(key, out LinkedListNode<KeyValuePair<string, RubyValue?>>? node)) return;
        _nodes.Remove(key);
        _items.Remove(node);
    }

    /// <summary>Another hash with the same values in it.</summary>
    public RubyHash Dup()
    {
        RubyHash copy = new();
        copy.Merge(this);
        return copy;
    }

    public void Merge(RubyHash other)
    {
        foreach (KeyValuePair<string, RubyValue?> item in other._items) this[item.Key] = item.Value;
    }

    public FluentdDatum.Map Snapshot(WorkBudget budget) => new(ValueList.From(_items.Select(i => new KeyValuePair<string, FluentdDatum?>(i.Key, RubyValue.Snapshot(i.Value, budget)))));
}
