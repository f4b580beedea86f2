namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

internal enum YamlNodeKind
{
    Scalar,
    Sequence,
    Mapping,
    Alias,
}

/// <summary>A node as it is written; a mapping's children are keys and values by turns.</summary>
internal sealed class YamlNode(YamlNodeKind kind, YamlMark start, YamlMark end)
{
    public YamlNodeKind Kind => kind;

    public YamlMark Start => start;

    public YamlMark End { get; set; } = end;

    /// <summary>The tag in its long form; empty where there is none.</summary>
    public string Tag { get; init; } = "";

    /// <summary>A scalar's value, or the name of an alias.</summary>
    public string Value { get; init; } = "";

    /// <summary>True for a scalar whose type follows from its text.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>What an alias stands for.</summary>
    public YamlNode? Target { get; init; }

    public List<YamlNode> Children { get; } = [];

    /// <summary><c>&lt;&lt;</c>, which takes in the fields of another mapping.</summary>
    public bool IsMergeKey => kind == YamlNodeKind.Scalar && Value == "<<" && (IsImplicit || Tag == YamlTag.Merge);
}
