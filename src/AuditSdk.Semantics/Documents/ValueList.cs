using System.Collections;

namespace AuditSdk.Semantics.Documents;

/// <summary>An immutable list that equals another by its elements. Collection expressions make it; <c>with</c> and generator caches rely on its equality.</summary>
/// <typeparam name="T">The element type.</typeparam>
#if NET
[System.Runtime.CompilerServices.CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
#endif
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(T[] items) => _items = items;

    /// <summary>The list without elements.</summary>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <summary>A copy of an array, so that a list kept in one place serves in many.</summary>
    public static implicit operator ValueList<T>(T[] items) => ValueList.From(items);

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || other._items.Length != _items.Length) return false;
        for (int i = 0; i < _items.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(_items[i], other._items[i])) return false;
        }

        return true;
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        int hash = _items.Length;
        foreach (T item in _items) hash = unchecked((hash * 31) + (item is null ? 0 : EqualityComparer<T>.Default.GetHashCode(item)));
        return hash;
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

/// <summary>Makes value lists.</summary>
public static class ValueList
{
#if NET
    /// <summary>A list of the elements; called by collection expressions.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new(items.ToArray());
#endif

    /// <summary>A list of the elements, copied.</summary>
    public static ValueList<T> From<T>(IEnumerable<T> items)
    {
        T[] copy = items is T[] array ? (T[])array.Clone() : [.. items];
        return copy.Length == 0 ? ValueList<T>.Empty : new(copy);
    }
}
