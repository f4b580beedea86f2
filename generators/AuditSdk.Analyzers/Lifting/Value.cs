using AuditSdk.Semantics.Fluentd;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Lifting;

/// <summary>What an expression is, as far as source tells.</summary>
/// <param name="syntax">Where it is written.</param>
internal abstract class Value(SyntaxNode syntax)
{
    public SyntaxNode Syntax { get; private set; } = syntax;

    /// <summary>For a value that another file defines: where the file of the root refers to it. It counts for the parts of the value too.</summary>
    public SyntaxNode? Use { get; private set; }

    public Value UsedAt(SyntaxNode use) => Use == use ? this : Changed(static (value, use) => value.Use = use, use);

    /// <summary>The same value, written somewhere else.</summary>
    public Value WrittenAt(SyntaxNode syntax) => Changed(static (value, syntax) => value.Syntax = syntax, syntax);

    private Value Changed(Action<Value, SyntaxNode> change, SyntaxNode syntax)
    {
        Value copy = (Value)MemberwiseClone();
        change(copy, syntax);
        return copy;
    }
}

/// <summary>Something that source does not tell.</summary>
/// <param name="syntax">Where it is written.</param>
/// <param name="isMany">True for any number of any elements of a list.</param>
/// <param name="isSome">True for a value that is certainly there, whatever it is: not null.</param>
internal sealed class UnknownValue(SyntaxNode syntax, bool isMany = false, bool isSome = false) : Value(syntax)
{
    public bool IsMany => isMany;

    public bool IsSome => isSome;
}

/// <summary>A text, a number, a truth value, or null.</summary>
internal sealed class ConstantValue(object? constant, SyntaxNode syntax) : Value(syntax)
{
    public object? Constant => constant;
}

/// <summary>A text that fluentd completes with Ruby, or one that was said to be meant as it is.</summary>
internal sealed class RubyValue(FluentdValue text, SyntaxNode syntax) : Value(syntax)
{
    public FluentdValue Text => text;
}

/// <summary>A list, whatever its type.</summary>
internal sealed class ListValue(IReadOnlyList<ListElement> elements, SyntaxNode syntax) : Value(syntax)
{
    public IReadOnlyList<ListElement> Elements => elements;
}

/// <summary>An element of a list.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Syntax">What stands in the list for it.</param>
internal readonly record struct ListElement(Value Value, SyntaxNode Syntax);

/// <summary>An object that was made with <c>new</c>, with the members that were set.</summary>
internal sealed class ObjectValue(INamedTypeSymbol type, Frame frame, SyntaxNode syntax) : Value(syntax)
{
    private readonly List<KeyValuePair<string, Value>> _members = [];

    public INamedTypeSymbol Type => type;

    /// <summary>The creation, also of a copy: the real object has recorded its line.</summary>
    public SyntaxNode Made { get; private set; } = syntax;

    /// <summary>What its constructor was called with.</summary>
    public Frame Frame => frame;

    /// <summary>The members in the order in which they were set last.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Members => _members;

    /// <summary>The member of a name; null for one that was not set.</summary>
    public Value? this[string name]
    {
        get
        {
            foreach (KeyValuePair<string, Value> member in _members)
            {
                if (member.Key == name) return member.Value;
            }

            return null;
        }
    }

    public void Set(string name, Value value)
    {
        int index = _members.FindIndex(m => m.Key == name);
        if (index >= 0) _members.RemoveAt(index);
        _members.Add(new(name, value));
    }

    /// <summary>A copy for <c>with</c>.</summary>
    public ObjectValue Copy(SyntaxNode syntax)
    {
        ObjectValue copy = new(type, frame, syntax) { Made = Made };
        copy._members.AddRange(_members);
        return copy;
    }
}

/// <summary>An API group.</summary>
internal sealed class GroupValue(Value name, SyntaxNode syntax) : Value(syntax)
{
    public Value Name => name;
}

/// <summary>What a rule selects.</summary>
/// <param name="group">The name of the group.</param>
/// <param name="resource">The resource; null for the whole group.</param>
/// <param name="names">Names of objects; null for any.</param>
/// <param name="syntax">Where it is written.</param>
internal sealed class ResourceValue(Value group, Value? resource, Value? names, SyntaxNode syntax) : Value(syntax)
{
    public Value Group => group;

    public Value? Resource => resource;

    public Value? Names => names;
}

/// <summary>A tuple, or a pair of key and value.</summary>
internal sealed class TupleValue(IReadOnlyList<Value> items, SyntaxNode syntax) : Value(syntax)
{
    public IReadOnlyList<Value> Items => items;
}

/// <summary>A lambda expression.</summary>
internal sealed class FunctionValue(IMethodSymbol method, IOperation body, Frame frame, SyntaxNode syntax) : Value(syntax)
{
    public IMethodSymbol Method => method;

    public IOperation Body => body;

    /// <summary>What it can see of the code around it.</summary>
    public Frame Frame => frame;
}
