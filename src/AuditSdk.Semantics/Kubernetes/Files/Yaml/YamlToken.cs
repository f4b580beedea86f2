namespace AuditSdk.Semantics.Kubernetes.Files.Yaml;

internal enum YamlTokenKind
{
    StreamStart,
    StreamEnd,
    VersionDirective,
    TagDirective,
    DocumentStart,
    DocumentEnd,
    BlockSequenceStart,
    BlockMappingStart,
    BlockEnd,
    FlowSequenceStart,
    FlowSequenceEnd,
    FlowMappingStart,
    FlowMappingEnd,
    BlockEntry,
    FlowEntry,
    Key,
    Value,
    Alias,
    Anchor,
    Tag,
    Scalar,
}

/// <summary>A token; <see cref="Text"/> is a scalar's value, a name, a tag's handle or a directive's first part, <see cref="Suffix"/> the second part.</summary>
internal sealed record YamlToken(YamlTokenKind Kind, YamlMark Start, YamlMark End)
{
    public string Text { get; init; } = "";

    public string Suffix { get; init; } = "";

    /// <summary>True for a scalar without quotes and without <c>|</c> or <c>&gt;</c>: only those are read as numbers, booleans and nulls.</summary>
    public bool IsPlain { get; init; }
}
