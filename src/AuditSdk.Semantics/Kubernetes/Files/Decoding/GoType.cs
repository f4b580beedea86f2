namespace AuditSdk.Semantics.Kubernetes.Files.Decoding;

internal enum GoKind
{
    Text,
    Boolean,
    Integer,
    Time,
    Anything,
    List,
    Map,
    Struct,
}

/// <summary>A type of the server's code into which JSON is decoded.</summary>
/// <param name="Kind">What it takes.</param>
/// <param name="Name">As Go's errors name it: <c>v1.Level</c>, <c>[]string</c>.</param>
internal sealed record GoType(GoKind Kind, string Name)
{
    public static GoType Text { get; } = new(GoKind.Text, "string");

    public static GoType Switch { get; } = new(GoKind.Boolean, "bool");

    public static GoType Integer { get; } = new(GoKind.Integer, "int64");

    public static GoType Time { get; } = new(GoKind.Time, "v1.Time");

    public static GoType Anything { get; } = new(GoKind.Anything, "v1.FieldsV1");

    public static GoType TextList { get; } = ListOf(Text);

    public static GoType TextMap { get; } = new(GoKind.Map, "map[string]string") { Element = Text };

    /// <summary>The type of a list's items or a map's values.</summary>
    public GoType? Element { get; init; }

    /// <summary>The fields of a struct by their names in JSON.</summary>
    public IReadOnlyDictionary<string, GoType> Fields { get; init; } = new Dictionary<string, GoType>();

    /// <summary>The struct's name without its package.</summary>
    public string ShortName => Name.Substring(Name.IndexOf('.') + 1);

    public static GoType ListOf(GoType element) => new(GoKind.List, "[]" + element.Name) { Element = element };

    public static GoType Struct(string name, IEnumerable<(string Name, GoType Type)> fields)
        => new(GoKind.Struct, name) { Fields = fields.ToDictionary(f => f.Name, f => f.Type, StringComparer.Ordinal) };
}
