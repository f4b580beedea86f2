using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Testing;

/// <summary>Policies in a line of a test. Each node's origin has its path as file, so that a finding's place can be held against its path.</summary>
public static class PolicyBuilder
{
    /// <summary>A value that cannot be known.</summary>
    public const string Unknown = "<unknown>";

    /// <summary>A list that cannot be known.</summary>
    public static string[] UnknownList { get; } = ["<unknown list>"];

    /// <summary>Resources of a rule that cannot be known.</summary>
    public static GroupResourcesNode[] UnknownResources { get; } = [new()];

    /// <summary>A policy of rules.</summary>
    public static PolicyDocument PolicyOf(params PolicyRuleNode[] rules) => PolicyOf(null, rules);

    /// <summary>A policy of rules that leaves stages out.</summary>
    public static PolicyDocument PolicyOf(string[]? omitStages, params PolicyRuleNode[] rules) => new()
    {
        OmitStages = List(omitStages, new(-1, PolicyField.OmitStages)),
        Rules = Node<ValueList<Node<PolicyRuleNode>>>.Of(ValueList.From(rules.Select((r, i) => Node<PolicyRuleNode>.Of(Placed(r, i), At(new(i))))), new Origin("rules", 0)),
        Origin = new Origin("policy", 1),
    };

    /// <summary>A rule.</summary>
    public static PolicyRuleNode Rule(
        string level, string[]? users = null, string[]? userGroups = null, string[]? verbs = null, GroupResourcesNode[]? resources = null, string[]? namespaces = null, string[]? urls = null, string[]? omitStages = null, bool? omitManagedFields = null) => new()
        {
            Level = Text(level, default),
            Users = List(users, default),
            UserGroups = List(userGroups, default),
            Verbs = List(verbs, default),
            Resources = resources is null ? default : ReferenceEquals(resources, UnknownResources) ? Node<ValueList<Node<GroupResourcesNode>>>.Unknown(default) : Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(resources.Select(r => Node<GroupResourcesNode>.Of(r)))),
            Namespaces = List(namespaces, default),
            NonResourceUrls = List(urls, default),
            OmitStages = List(omitStages, default),
            OmitManagedFields = omitManagedFields is { } omit ? Node<bool>.Of(omit) : default,
        };

    /// <summary>A rule.</summary>
    public static PolicyRuleNode Rule(AuditLevel level, string[]? users = null, string[]? userGroups = null, string[]? verbs = null, GroupResourcesNode[]? resources = null, string[]? namespaces = null, string[]? urls = null)
        => Rule(level.ToString(), users, userGroups, verbs, resources, namespaces, urls);

    /// <summary>A list without places; absent for null.</summary>
    public static Node<ValueList<Node<T>>> List<T>(T[]? values) => values is null ? default : Nodes(values.Select(v => Node<T>.Of(v)));

    /// <summary>A list of nodes, some of which may be unknown.</summary>
    public static Node<ValueList<Node<T>>> Nodes<T>(IEnumerable<Node<T>> nodes) => Node<ValueList<Node<T>>>.Of(ValueList.From(nodes));

    /// <summary>An entry of a rule's resources.</summary>
    public static GroupResourcesNode Entry(string? group = null, string[]? resources = null, string[]? names = null)
        => new() { Group = group is null ? default : Text(group, default), Resources = List(resources, default), ResourceNames = List(names, default) };

    private static PolicyRuleNode Placed(PolicyRuleNode rule, int index) => rule with
    {
        Level = Placed(rule.Level, new(index, PolicyField.Level)),
        Users = Placed(rule.Users, new(index, PolicyField.Users)),
        UserGroups = Placed(rule.UserGroups, new(index, PolicyField.UserGroups)),
        Verbs = Placed(rule.Verbs, new(index, PolicyField.Verbs)),
        Resources = rule.Resources.IsKnown
            ? Node<ValueList<Node<GroupResourcesNode>>>.Of(ValueList.From(rule.Resources.Value.Select((e, i) => Node<GroupResourcesNode>.Of(Placed(e.Value, index, i), At(new(index, PolicyField.Resources, i))))), At(new(index, PolicyField.Resources)))
            : Placed<ValueList<Node<GroupResourcesNode>>>(rule.Resources, new(index, PolicyField.Resources)),
        Namespaces = Placed(rule.Namespaces, new(index, PolicyField.Namespaces)),
        NonResourceUrls = Placed(rule.NonResourceUrls, new(index, PolicyField.NonResourceUrls)),
        OmitStages = Placed(rule.OmitStages, new(index, PolicyField.OmitStages)),
        OmitManagedFields = Placed(rule.OmitManagedFields, new(index, PolicyField.OmitManagedFields)),
    };

    private static GroupResourcesNode Placed(GroupResourcesNode entry, int rule, int index) => new()
    {
        Group = Placed(entry.Group, new(rule, PolicyField.Group, index)),
        Resources = Placed(entry.Resources, new(rule, PolicyField.EntryResources, index)),
        ResourceNames = Placed(entry.ResourceNames, new(rule, PolicyField.ResourceNames, index)),
    };

    private static Node<T> Placed<T>(Node<T> node, PolicyPath path) => node.State switch
    {
        NodeState.Known => Node<T>.Of(node.Value, At(path)),
        NodeState.Unknown => Node<T>.Unknown(At(path)),
        _ => default,
    };

    private static Node<ValueList<Node<string>>> Placed(Node<ValueList<Node<string>>> list, PolicyPath path)
        => list.IsKnown ? Node<ValueList<Node<string>>>.Of(ValueList.From(list.Value.Select((n, i) => Placed(n, path with { Index = i }))), At(path)) : Placed<ValueList<Node<string>>>(list, path);

    private static Node<ValueList<Node<string>>> List(string[]? values, PolicyPath path) => values is null ? default
        : ReferenceEquals(values, UnknownList) ? Node<ValueList<Node<string>>>.Unknown(At(path))
        : Node<ValueList<Node<string>>>.Of(ValueList.From(values.Select((v, i) => Text(v, path with { Index = i }))), At(path));

    private static Node<string> Text(string value, PolicyPath path) => value == Unknown ? Node<string>.Unknown(At(path)) : Node<string>.Of(value, At(path));

    private static Origin At(PolicyPath path) => new(path.ToString(), path.Rule + 2);
}
