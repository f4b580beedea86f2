using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes.Files.Decoding;

/// <summary>A variable of the server while JSON is decoded into it. A second value decodes into what the first one left, as in Go: a repeated list reuses the items of the earlier.</summary>
internal sealed class GoValue(GoType type)
{
    private readonly List<GoValue> _items = [];
    private readonly Dictionary<string, GoValue> _fields = new(StringComparer.Ordinal);

    public GoType Type => type;

    /// <summary>True once a value other than null was decoded into it.</summary>
    public bool IsSet { get; private set; }

    /// <summary>Where the last value was written.</summary>
    public Origin Origin { get; private set; }

    /// <summary>A text's characters, a boolean's or number's word.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many items a list has; behind them may lie items of an earlier, longer value.</summary>
    public int Count { get; private set; }

    public IEnumerable<GoValue> Items => _items.Take(Count);

    /// <summary>The fields of a struct or the values of a map that were written.</summary>
    public IReadOnlyDictionary<string, GoValue> Fields => _fields;

    public GoValue? Field(string name) => _fields.TryGetValue(name, out GoValue? field) && field.IsSet ? field : null;

    public void SetText(string text, Origin origin)
    {
        Text = text;
        Set(origin);
    }

    public void Set(Origin origin)
    {
        IsSet = true;
        Origin = origin;
    }

    /// <summary>Null: lists, maps and pointers lose their value, everything else keeps it.</summary>
    public void SetNull(Origin origin, bool isPointer)
    {
        if (type.Kind is GoKind.List or GoKind.Map || isPointer)
        {
            IsSet = false;
            Text = "";
            Empty();
        }

        if (!IsSet) Origin = origin;
    }

    public GoValue Item(int index)
    {
        while (_items.Count <= index) _items.Add(new GoValue(type.Element!));
        Count = Math.Max(Count, index + 1);
        return _items[index];
    }

    public void EndItems(int count)
    {
        Count = count;
        if (count == 0) _items.Clear();
    }

    public GoValue StructField(string name, GoType fieldType)
    {
        if (!_fields.TryGetValue(name, out GoValue? field)) _fields.Add(name, field = new GoValue(fieldType));
        return field;
    }

    public GoValue NewMapValue(string key) => _fields[key] = new GoValue(type.Element!);

    private void Empty()
    {
        _items.Clear();
        _fields.Clear();
        Count = 0;
    }
}
