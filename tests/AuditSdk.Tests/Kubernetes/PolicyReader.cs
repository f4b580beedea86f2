using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AuditSdk.Tests.Kubernetes;

/// <summary>Reads policy YAML strictly: an unknown or repeated field, or a scalar of another kind than the field's, fails the test. Comments and origins are not read.</summary>
internal static class PolicyReader
{
    public static PolicyDocument Read(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        Dictionary<string, YamlNode> fields = Fields(Assert.Single(stream.Documents).RootNode, "apiVersion", "kind", "metadata", "omitStages", "omitManagedFields", "rules");
        Assert.Equal("audit.k8s.io/v1", Text(fields["apiVersion"]));
        Assert.Equal("Policy", Text(fields["kind"]));
        return new PolicyDocument
        {
            Name = Of(fields, "metadata", n => Text(Fields(n, "name")["name"])),
            OmitStages = List(fields, "omitStages", Text),
            OmitManagedFields = Of(fields, "omitManagedFields", Switch),
            Rules = List(fields, "rules", Rule),
        };
    }

    /// <summary>The document as it can be read back: without comments and origins.</summary>
    public static PolicyDocument Bare(PolicyDocument document) => document with
    {
        Name = Bare(document.Name),
        OmitStages = Bare(document.OmitStages, s => s),
        OmitManagedFields = Bare(document.OmitManagedFields),
        Rules = Bare(document.Rules, r => r with
        {
            Level = Bare(r.Level),
            Users = Bare(r.Users, s => s),
            UserGroups = Bare(r.UserGroups, s => s),
            Verbs = Bare(r.Verbs, s => s),
            Resources = Bare(r.Resources, g => new GroupResourcesNode { Group = Bare(g.Group), Resources = Bare(g.Resources, s => s), ResourceNames = Bare(g.ResourceNames, s => s) }),
            Namespaces = Bare(r.Namespaces, s => s),
            NonResourceUrls = Bare(r.NonResourceUrls, s => s),
            OmitStages = Bare(r.OmitStages, s => s),
            OmitManagedFields = Bare(r.OmitManagedFields),
            Comment = null,
        }),
        Comment = null,
        Origin = Origin.None,
    };

    private static Node<T> Bare<T>(Node<T> node) => node.IsKnown ? Node<T>.Of(node.Value) : default;

    private static Node<ValueList<Node<T>>> Bare<T>(Node<ValueList<Node<T>>> list, Func<T, T> element)
        => list.IsKnown ? Node<ValueList<Node<T>>>.Of(ValueList.From(list.Value.Select(n => Node<T>.Of(element(n.Value))))) : default;

    private static PolicyRuleNode Rule(YamlNode node)
    {
        Dictionary<string, YamlNode> fields = Fields(node, "level", "users", "userGroups", "verbs", "resources", "namespaces", "nonResourceURLs", "omitStages", "omitManagedFields");
        return new PolicyRuleNode
        {
            Level = Of(fields, "level", Text),
            Users = List(fields, "users", Text),
            UserGroups = List(fields, "userGroups", Text),
            Verbs = List(fields, "verbs", Text),
            Resources = List(fields, "resources", Group),
            Namespaces = List(fields, "namespaces", Text),
            NonResourceUrls = List(fields, "nonResourceURLs", Text),
            OmitStages = List(fields, "omitStages", Text),
            OmitManagedFields = Of(fields, "omitManagedFields", Switch),
        };
    }

    private static GroupResourcesNode Group(YamlNode node)
    {
        Dictionary<string, YamlNode> fields = Fields(node, "group", "resources", "resourceNames");
        return new GroupResourcesNode { Group = Of(fields, "group", Text), Resources = List(fields, "resources", Text), ResourceNames = List(fields, "resourceNames", Text) };
    }

    private static Dictionary<string, YamlNode> Fields(YamlNode node, params string[] known)
    {
        YamlMappingNode mapping = Assert.IsType<YamlMappingNode>(node);
        Dictionary<string, YamlNode> fields = mapping.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => c.Value);
        Assert.Empty(fields.Keys.Except(known));
        return fields;
    }

    private static Node<T> Of<T>(Dictionary<string, YamlNode> fields, string name, Func<YamlNode, T> read)
        => fields.TryGetValue(name, out YamlNode? node) ? Node<T>.Of(read(node)) : default;

    private static Node<ValueList<Node<T>>> List<T>(Dictionary<string, YamlNode> fields, string name, Func<YamlNode, T> read)
        => Of(fields, name, node => ValueList.From(Assert.IsType<YamlSequenceNode>(node).Select(n => Node<T>.Of(read(n)))));

    private static string Text(YamlNode node)
    {
        YamlScalarNode scalar = Assert.IsType<YamlScalarNode>(node);
        if (scalar.Style == ScalarStyle.Plain) Assert.Matches("^[A-Za-z][A-Za-z0-9._/-]*$", scalar.Value);
        return scalar.Value!;
    }

    private static bool Switch(YamlNode node)
    {
        YamlScalarNode scalar = Assert.IsType<YamlScalarNode>(node);
        Assert.Equal(ScalarStyle.Plain, scalar.Style);
        return scalar.Value switch { "true" => true, "false" => false, _ => throw new FormatException(scalar.Value) };
    }
}
