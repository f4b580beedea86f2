using System.Globalization;
using AuditSdk.Emission;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Kubernetes;

/// <summary>
/// A policy, rule or selector whose values are mapped: it knows its path in C# and its line, so that a finding names both. A value with a finding is unknown in the
/// document, not absent: later checks stay silent about it, and it can never be written.
/// </summary>
internal sealed class PolicyPlace
{
    private readonly PolicyPlace? _outer;
    private readonly string _field;
    private readonly int _index;
    private readonly FindingSink _findings;

    private PolicyPlace(PolicyPlace? outer, string field, int index, Origin origin, FindingSink findings)
        => (_outer, _field, _index, Origin, _findings) = (outer, field, index, origin, findings);

    public Origin Origin { get; }

    // Made for findings only.
    private string Path => _outer is null ? "" : $"{_outer.Path}{_field}[{_index}].";

    public static PolicyPlace Outermost(Origin origin, FindingSink findings) => new(null, "", 0, origin, findings);

    public PolicyPlace Inner(string field, int index, Origin origin) => new(this, field, index, origin, _findings);

    public Node<string> Text(string? text, string field)
    {
        if (text is null) return default;
        int refused = Surrogates.IndexOfLone(text);
        return refused < 0 ? Node<string>.Of(text, Origin) : HalfPair(text, refused, field);
    }

    public Node<ValueList<Node<string>>> Texts(ValueList<string>? texts, string field)
        => List(texts, field, static (text, place, field, index) =>
        {
            int refused = Surrogates.IndexOfLone(text);
            return refused < 0 ? Node<string>.Of(text, place.Origin) : place.HalfPair(text, refused, $"{field}[{index}]");
        });

    public Node<bool> Switch(bool? value) => value is { } known ? Node<bool>.Of(known, Origin) : default;

    /// <summary>A comment, or null where there is nothing to write.</summary>
    public string? Comment(string? comment)
    {
        if (string.IsNullOrWhiteSpace(comment)) return null;
        int refused = YamlComment.IndexOfRefused(comment);
        if (refused < 0) return comment;
        Error("AUD9010", $"{Path}Comment has {Character(comment, refused)}, which a YAML reader refuses in a comment. Take it out.");
        return null;
    }

    /// <summary>Maps a list element by element; an empty list is absent, and a null is a finding.</summary>
    public Node<ValueList<Node<TNode>>> List<T, TNode>(ValueList<T>? values, string field, Func<T, PolicyPlace, string, int, Node<TNode>> map)
        where T : class
    {
        if (values is null) return NullList<TNode>(field);
        if (values.Count == 0) return default;
        Node<TNode>[] nodes = new Node<TNode>[values.Count];
        for (int i = 0; i < nodes.Length; i++) nodes[i] = values[i] is { } value ? map(value, this, field, i) : NullElement<TNode>(field, i);
        return Node<ValueList<Node<TNode>>>.Of(ValueList.From(nodes), Origin);
    }

    public Node<ValueList<Node<TNode>>> NullList<TNode>(string field)
    {
        Error("AUD9005", $"{Path}{field} is null. Leave it out, or write [].");
        return Node<ValueList<Node<TNode>>>.Unknown(Origin);
    }

    public Node<TNode> NullElement<TNode>(string field, int index)
    {
        Error("AUD9005", $"{Path}{field}[{index}] is null. Take it out, or write what was meant.");
        return Node<TNode>.Unknown(Origin);
    }

    /// <summary>An enum's value that the enum does not have: a cast made it.</summary>
    public Node<string> NoName(int value, string field, string choices)
    {
        Error("AUD9010", $"{Path}{field} is {value.ToString(CultureInfo.InvariantCulture)}, which Kubernetes has no name for. Use {choices}.");
        return Node<string>.Unknown(Origin);
    }

    public void NoRules() => Error("AUD9004", "The policy has no rules, and kube-apiserver does not start with such a policy. Add a rule; new(None) alone logs nothing.");

    private Node<string> HalfPair(string text, int index, string field)
    {
        Error("AUD9010", $"{Path}{field} has {Character(text, index)}, half of a surrogate pair, which YAML cannot carry. Take it out.");
        return Node<string>.Unknown(Origin);
    }

    private void Error(string id, string message) => _findings.Error(id, message, Origin);

    private static string Character(string text, int index) => $"U+{((int)text[index]).ToString("X4", CultureInfo.InvariantCulture)} at index {index}";
}
