using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes.Files.Decoding;

namespace AuditSdk.Semantics.Kubernetes.Files;

/// <summary>The server's decoded policy as a document.</summary>
internal static class DecodedPolicy
{
    public static PolicyDocument ToDocument(GoValue policy, Origin file) => new()
    {
        Name = policy.Field("metadata")?.Field("name") is { } name ? Node<string>.Of(name.Text, name.Origin) : default,
        Rules = List(policy.Field("rules"), Rule),
        OmitStages = Texts(policy, "omitStages"),
        OmitManagedFields = Switch(policy),
        Origin = policy.IsSet ? policy.Origin with { Start = 0, Length = 0 } : file,
    };

    private static PolicyRuleNode Rule(GoValue rule) => new()
    {
        Level = Text(rule, "level"),
        Users = Texts(rule, "users"),
        UserGroups = Texts(rule, "userGroups"),
        Verbs = Texts(rule, "verbs"),
        Resources = List(rule.Field("resources"), Entry),
        Namespaces = Texts(rule, "namespaces"),
        NonResourceUrls = Texts(rule, "nonResourceURLs"),
        OmitStages = Texts(rule, "omitStages"),
        OmitManagedFields = Switch(rule),
    };

    private static GroupResourcesNode Entry(GoValue entry) => new()
    {
        Group = Text(entry, "group"),
        Resources = Texts(entry, "resources"),
        ResourceNames = Texts(entry, "resourceNames"),
    };

    private static Node<string> Text(GoValue owner, string field) => owner.Field(field) is { } value ? Node<string>.Of(value.Text, value.Origin) : default;

    private static Node<bool> Switch(GoValue owner) => owner.Field("omitManagedFields") is { } value ? Node<bool>.Of(value.Text == "true", value.Origin) : default;

    private static Node<ValueList<Node<string>>> Texts(GoValue owner, string field) => List(owner.Field(field), v => v.Text);

    private static Node<ValueList<Node<T>>> List<T>(GoValue? list, Func<GoValue, T> item)
        => list is null ? default : Node<ValueList<Node<T>>>.Of(ValueList.From(list.Items.Select(v => Node<T>.Of(item(v), v.Origin))), list.Origin);
}
