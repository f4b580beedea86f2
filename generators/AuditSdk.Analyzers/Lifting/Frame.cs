using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>What parameters stand for while a body is read.</summary>
/// <param name="outer">The frame around a lambda expression.</param>
/// <param name="instance">The object whose member is read.</param>
internal sealed class Frame(Frame? outer = null, ObjectValue? instance = null)
{
    private readonly List<KeyValuePair<IParameterSymbol, Value>> _arguments = [];

    /// <summary>Nothing: a static member without parameters.</summary>
    public static Frame Empty { get; } = new();

    public ObjectValue? Instance => instance ?? outer?.Instance;

    public void Bind(IParameterSymbol parameter, Value value) => _arguments.Add(new(parameter, value));

    public Value? Find(IParameterSymbol parameter)
    {
        foreach (KeyValuePair<IParameterSymbol, Value> argument in _arguments)
        {
            if (SymbolEqualityComparer.Default.Equals(argument.Key, parameter)) return argument.Value;
        }

        // A primary constructor's parameters are seen by every member of its type.
        return outer?.Find(parameter) ?? instance?.Frame.Find(parameter);
    }
}
