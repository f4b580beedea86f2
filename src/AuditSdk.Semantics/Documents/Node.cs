namespace AuditSdk.Semantics.Documents;

/// <summary>A place of a document: written with a value, left out, or written with a value that the front end cannot know. Unknown is not absent.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Node<T>
{
    private readonly T? _value;

    private Node(NodeState state, T? value, Origin origin)
    {
        State = state;
        _value = value;
        Origin = origin;
    }

    /// <summary>The place is left out: <c>default(Node&lt;T&gt;)</c>.</summary>
    public static Node<T> Absent => default;

    /// <summary>Absent, known or unknown.</summary>
    public NodeState State { get; }

    /// <summary>Where the value was written.</summary>
    public Origin Origin { get; }

    /// <summary>True where the value was written and is known.</summary>
    public bool IsKnown => State == NodeState.Known;

    /// <summary>The known value.</summary>
    /// <exception cref="InvalidOperationException">The node is absent or unknown.</exception>
    public T Value => IsKnown ? _value! : throw new InvalidOperationException($"The node is {State}.");

    /// <summary>A node with a value.</summary>
    public static Node<T> Of(T value, Origin origin = default) => new(NodeState.Known, value, origin);

    /// <summary>A node whose value exists but cannot be known here.</summary>
    public static Node<T> Unknown(Origin origin) => new(NodeState.Unknown, default, origin);

    /// <summary>The value where it is known, else the given one.</summary>
    public T? Or(T? other) => IsKnown ? _value : other;
}

/// <summary>What is known of a <see cref="Node{T}"/>.</summary>
public enum NodeState
{
    /// <summary>Left out.</summary>
    Absent,

    /// <summary>Written, with a known value.</summary>
    Known,

    /// <summary>Written, with a value that cannot be known here.</summary>
    Unknown,
}
