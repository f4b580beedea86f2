using System.Text.Json;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes;

/// <summary>Recorded decisions of the real kube-apiserver.</summary>
internal static class PolicyVectors
{
    public static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(SourceTree.Vectors(file))).RootElement;

    public static PolicyDocument Policy(JsonElement json) => new()
    {
        OmitStages = Texts(json, "omitStages"),
        OmitManagedFields = Switch(json, "omitManagedFields"),
        Rules = List(json, "rules", Rule),
    };

    public static RequestAttributes Request(JsonElement json)
    {
        JsonElement user = json.GetProperty("user");
        return Attributes(json) with
        {
            User = user.ValueKind == JsonValueKind.Null ? null : new(Text(user, "name"), ValueList.From(user.GetProperty("groups").EnumerateArray().Select(g => g.GetString()!))),
        };
    }

    /// <summary>Attributes without the user.</summary>
    public static RequestAttributes Attributes(JsonElement json) => new()
    {
        Verb = Text(json, "verb"),
        IsResource = json.GetProperty("resourceRequest").GetBoolean(),
        ApiGroup = Text(json, "apiGroup"),
        ApiVersion = Text(json, "apiVersion"),
        Resource = Text(json, "resource"),
        Subresource = Text(json, "subresource"),
        Namespace = Text(json, "namespace"),
        Name = Text(json, "name"),
        Path = Text(json, "path"),
    };

    /// <summary>A verdict of evaluation.json.</summary>
    public static PolicyDecision Verdict(JsonElement json) => new(
        json[0].GetInt32(),
        Enum.Parse<AuditLevel>(json[1].GetString()!),
        json[2].GetString()!.Aggregate(AuditStages.None, (stages, c) => stages | c switch
        {
            'r' => AuditStages.RequestReceived,
            's' => AuditStages.ResponseStarted,
            'c' => AuditStages.ResponseComplete,
            _ => AuditStages.Panic,
        }),
        json[3].GetBoolean());

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static PolicyRuleNode Rule(JsonElement json) => new()
    {
        Level = Node<string>.Of(Text(json, "level")),
        Users = Texts(json, "users"),
        UserGroups = Texts(json, "userGroups"),
        Verbs = Texts(json, "verbs"),
        Resources = List(json, "resources", Entry),
        Namespaces = Texts(json, "namespaces"),
        NonResourceUrls = Texts(json, "nonResourceURLs"),
        OmitStages = Texts(json, "omitStages"),
        OmitManagedFields = Switch(json, "omitManagedFields"),
    };

    private static GroupResourcesNode Entry(JsonElement json) => new()
    {
        Group = json.TryGetProperty("group", out JsonElement group) ? Node<string>.Of(group.GetString()!) : default,
        Resources = Texts(json, "resources"),
        ResourceNames = Texts(json, "resourceNames"),
    };

    private static Node<bool> Switch(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? Node<bool>.Of(value.GetBoolean()) : default;

    private static Node<ValueList<Node<string>>> Texts(JsonElement json, string name) => List(json, name, e => e.GetString()!);

    private static Node<ValueList<Node<T>>> List<T>(JsonElement json, string name, Func<JsonElement, T> read)
        => json.TryGetProperty(name, out JsonElement list) ? Node<ValueList<Node<T>>>.Of(ValueList.From(list.EnumerateArray().Select(e => Node<T>.Of(read(e))))) : default;
}
