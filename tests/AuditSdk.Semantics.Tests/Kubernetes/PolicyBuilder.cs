using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes;

/// <summary>Short ways to write documents.</summary>
internal static class PolicyBuilder
{
    public static PolicyDocument Policy(params PolicyRuleNode[] rules) => new() { Rules = List(rules) };

    public static PolicyRuleNode Rule(AuditLevel level, string[]? users = null, string[]? userGroups = null, string[]? verbs = null, GroupResourcesNode[]? resources = null, string[]? namespaces = null, string[]? urls = null)
        => new()
        {
            Level = Node<string>.Of(level.ToString()),
            Users = List(users),
            UserGroups = List(userGroups),
            Verbs = List(verbs),
            Resources = List(resources),
            Namespaces = List(namespaces),
            NonResourceUrls = List(urls),
        };

    public static GroupResourcesNode Entry(string? group, string[]? resources = null, string[]? names = null)
        => new() { Group = group is null ? default : Node<string>.Of(group), Resources = List(resources), ResourceNames = List(names) };

    public static Node<ValueList<Node<T>>> Nodes<T>(IEnumerable<Node<T>> nodes) => Node<ValueList<Node<T>>>.Of(ValueList.From(nodes));

    public static Node<ValueList<Node<T>>> List<T>(T[]? values) => values is null ? default : Node<ValueList<Node<T>>>.Of(ValueList.From(values.Select(v => Node<T>.Of(v))));
}
