using System.Globalization;
using AuditSdk.Emission;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Kubernetes;

/// <summary>A place of a typed policy whose values are mapped: its path in C# and its line, so that a finding names both.</summary>
/// <param name="Path">Such as <c>Rules[2].</c>; empty for the policy itself.</param>
/// <param name="Origin">The line of the rule or policy.</param>
/// <param name="Findings">Where problems go.</param>
internal sealed record PolicyPlace(string Path, Origin Origin, FindingSink Findings)
{
    public PolicyPlace Inner(string field, int index, Origin origin) => new($"{Path}{field}[{index}].", origin, Findings);

    public Node<string> Text(string text, string field)
    {
        int refused = YamlScalar.IndexOfRefused(text);
        if (refused < 0) return Node<string>.Of(text, Origin);
        Error("AUD9010", $"{Path}{field} has {Character(text, refused)}, half of a surrogate pair, which YAML cannot carry. Take it out.");
        return default;
    }

    public Node<string> OptionalText(string? text, string field) => text is null ? default : Text(text, field);

    public Node<ValueList<Node<string>>> Texts(ValueList<string>? texts, string field)
        => List(texts, field, static (text, place, field, index) => YamlScalar.IndexOfRefused(text) < 0
            ? Node<string>.Of(text, place.Origin)
            : place.Text(text, $"{field}[{index}]"));

    public Node<bool> Switch(bool? value) => value is { } known ? Node<bool>.Of(known, Origin) : default;

    /// <summary>The name of an enum's value, which is null where C# made a value that the enum does not have.</summary>
    public Node<string> Name(string? name, int value, string field, string choices)
    {
        if (name is not null) return Node<string>.Of(name, Origin);
        Error("AUD9010", $"{Path}{field} is {value.ToString(CultureInfo.InvariantCulture)}, which Kubernetes has no name for. Use {choices}.");
        return default;
    }

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
    {
        if (values is null) return NullList<TNode>(field);
        if (values.Count == 0) return default;
        List<Node<TNode>> nodes = new(values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value) nodes.Add(map(value, this, field, i));
            else NullElement(field, i);
        }

        return Node<ValueList<Node<TNode>>>.Of(ValueList.From(nodes), Origin);
    }

    public Node<ValueList<Node<TNode>>> NullList<TNode>(string field)
    {
        Error("AUD9005", $"{Path}{field} is null. Leave it out, or write [].");
        return default;
    }

    public void NullElement(string field, int index) => Error("AUD9005", $"{Path}{field}[{index}] is null. Take it out, or write what was meant.");

    public void NoRules() => Error("AUD9004", "The policy has no rules, and kube-apiserver does not start with such a policy. Add a rule; new(None) alone logs nothing.");

    private void Error(string id, string message) => Findings.Error(id, message, Origin);

    private static string Character(string text, int index) => $"U+{((int)text[index]).ToString("X4", CultureInfo.InvariantCulture)} at index {index}";
}
