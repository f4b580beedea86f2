using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Fluentd.Values;

/// <summary>A hash as Ruby fills it: the last of equal names counts, at the place of the first.</summary>
internal sealed class OrderedMap
{
    private readonly List<KeyValuePair<string, FluentdDatum?>> _items = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public void Set(string name, FluentdDatum? value)
    {
        if (_places.TryGetValue(name, out int place))
        {
            _items[place] = new(name, value);
            return;
        }

        _places.Add(name, _items.Count);
        _items.Add(new(name, value));
    }

    public FluentdDatum.Map ToDatum() => new(ValueList.From(_items));
}
