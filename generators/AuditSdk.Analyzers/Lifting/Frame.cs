using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>What parameters and locals stand for while a body is read.</summary>
/// <param name="outer">The frame around a lambda expression.</param>
/// <param name="instance">The object whose member is read.</param>
internal sealed class Frame(Frame? outer = null, ObjectValue? instance = null)
{
    private readonly List<KeyValuePair<ISymbol, Value>> _values = [];

    /// <summary>Nothing: a static member without parameters.</summary>
    public static Frame Empty => new();

    public ObjectValue? Instance => instance ?? outer?.Instance;

    public void Bind(ISymbol symbol, Value value) => _values.Add(new(symbol, value));

    public Value? Find(ISymbol symbol)
    {
        foreach (KeyValuePair<ISymbol, Value> known in _values)
        {
            if (SymbolEqualityComparer.Default.Equals(known.Key, symbol)) return known.Value;
        }

        // A primary constructor's parameters are seen by every member of its type.
        return outer?.Find(symbol) ?? instance?.Frame.Find(symbol);
    }
}
