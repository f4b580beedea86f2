using AuditSdk.Semantics.Documents;

namespace AuditSdk.Semantics.Kubernetes.Files.Json;

internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// <summary>A JSON value and where it was written. What a file means is decided on this, whether it came as JSON or as YAML.</summary>
internal sealed class JsonNode(JsonKind kind, Origin origin)
{
    public JsonKind Kind => kind;

    public Origin Origin => origin;

    /// <summary>A text's characters, a number as Go would write it, <c>true</c> or <c>false</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>A text that stands in a YAML file without quotes.</summary>
    public bool IsPlain { get; init; }

    public List<JsonNode> Items { get; } = [];

    public List<JsonMember> Members { get; } = [];

    /// <summary>As Go's decoder names the kind in an error.</summary>
    public string GoName => kind switch
    {
        JsonKind.Boolean => "bool",
        JsonKind.Number => "number",
        JsonKind.Text => "string",
        JsonKind.Array => "array",
        JsonKind.Object => "object",
        _ => "null",
    };
}

/// <summary>A field of an object.</summary>
internal sealed record JsonMember(string Key, Origin KeyOrigin, JsonNode Value);
