using AuditSdk.Semantics.Kubernetes.Files.Decoding;
using AuditSdk.Semantics.Kubernetes.Files.Json;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>What to write instead of a value of the wrong type.</summary>
internal static class TypeAdvice
{
    public static string For(TypeMismatch mismatch)
    {
        string field = mismatch.Field.Length == 0 ? "The file" : $"'{mismatch.Field.Substring(mismatch.Field.LastIndexOf('.') + 1)}'";
        return $"{field} takes {Wanted(mismatch.Expected)}, and this is {Given(mismatch.Given)}, so kube-apiserver does not start. {Advice(mismatch)}";
    }

    private static string Wanted(GoType type) => type.Kind switch
    {
        GoKind.Text => "a text",
        GoKind.Boolean => "true or false",
        GoKind.Integer => "a whole number",
        GoKind.Time => "a time as 2006-01-02T15:04:05Z",
        GoKind.List => "a list",
        _ => "an object with fields",
    };

    private static string Given(JsonNode node) => node.Kind switch
    {
        JsonKind.Boolean => "a boolean",
        JsonKind.Number => "a number",
        JsonKind.Text => "a text",
        JsonKind.Array => "a list",
        _ => "an object",
    };

    private static string Advice(TypeMismatch mismatch) => (mismatch.Expected.Kind, mismatch.Given.Kind) switch
    {
        (GoKind.Text, JsonKind.Boolean) => "Quote it: YAML 1.1 reads y, n, yes, no, on and off as booleans.",
        (GoKind.Text, JsonKind.Number) => "Quote it.",
        (GoKind.Text, JsonKind.Object) => "Quote it where a colon was meant as text.",
        (GoKind.Text, JsonKind.Array) => "Write one text.",
        (GoKind.List, _) => "Put it into a list: begin it with '-', or write it in brackets.",
        (GoKind.Boolean, JsonKind.Text) => "Leave the quotes out.",
        (GoKind.Struct, JsonKind.Text) when mismatch.Expected.ShortName == "GroupResources" => "Write '- group: \"\"' with the names in its own 'resources'.",
        _ => "Look at the indentation.",
    };
}
