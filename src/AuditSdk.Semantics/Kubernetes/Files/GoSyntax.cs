using AuditSdk.Semantics.Kubernetes.Files.Json;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>Decoded values as Go's <c>%#v</c> prints them.</summary>
internal static class GoSyntax
{
    /// <summary>A value inside an untyped list or mapping.</summary>
    public static string Of(JsonNode node) => node.Kind switch
    {
        JsonKind.Null => "interface {}(nil)",
        JsonKind.Text => GoText.Quote(node.Text),
        JsonKind.Array => "[]interface {}{" + string.Join(", ", node.Items.Select(Of)) + "}",
        JsonKind.Object => "map[interface {}]interface {}{" + string.Join(", ", node.Members.Select(m => GoText.Quote(m.Key) + ":" + Of(m.Value))) + "}",
        _ => node.Text,
    };

    /// <summary>A list of texts: <c>[]string{"a", "b"}</c>.</summary>
    public static string Of(IEnumerable<string> texts) => "[]string{" + string.Join(", ", texts.Select(GoText.Quote)) + "}";
}
