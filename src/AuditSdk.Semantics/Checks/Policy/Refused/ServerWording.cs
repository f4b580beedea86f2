using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using AuditSdk.Semantics.Kubernetes.Files;

namespace AuditSdk.Semantics.Checks.Policy.Refused;

/// <summary>How the server words a refusal. From 1.34 on it prints lists and levels as JSON, before as Go.</summary>
internal static class ServerWording
{
    private const int FirstWithJson = 34;

    public static string Invalid(PolicyPath path, Node<string> value, string detail) => Invalid(Field(path), GoText.Quote(value.Value), detail);

    public static string Invalid(PolicyPath path, Node<ValueList<Node<string>>> values, string release, string detail)
    {
        IEnumerable<string> texts = values.Value.Select(v => v.Or("")!);
        string printed = KubernetesRelease.IsFrom(release, FirstWithJson) ? "[" + string.Join(",", texts.Select(GoText.Json)) + "]" : GoSyntax.Of(texts);
        return Invalid(Field(path), printed, detail);
    }

    public static string Required(PolicyPath path) => Field(path) + ": Required value";

    public static string Unsupported(PolicyPath path, string value, string release, IEnumerable<string> supported)
    {
        string printed = KubernetesRelease.IsFrom(release, FirstWithJson) ? GoText.Json(value) : GoText.Quote(value);
        return $"{Field(path)}: Unsupported value: {printed}: supported values: {string.Join(", ", supported.Select(GoText.Quote))}";
    }

    private static string Invalid(string field, string value, string detail) => $"{field}: Invalid value: {value}: {detail}";

    // The server does not count the entries of a rule's resources.
    private static string Field(PolicyPath path)
    {
        string text = path.ToString();
        return path.Entry < 0 ? text : text.Replace($".resources[{path.Entry}]", ".resources");
    }
}
