using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Semantics.Tests.Kubernetes.Files;

public sealed class PolicyFileOriginTests
{
    private const string Yaml = "apiVersion: audit.k8s.io/v1\r\nkind: Policy\r\nmetadata: {name: main}\r\nomitStages: [\"Panic\"]\r\nrules:\r\n- level: Metadata\r\n  verbs:\r\n  - get\r\n  - 'list'\r\n  resources:\r\n  - group: apps\r\n    resourceNames: &n [ü😀, b]\r\n- level: None\r\n  users: *n\r\n";

    [Fact]
    public void EveryNode_KnowsItsPlace()
    {
        PolicyDocument policy = PolicyFile.Read(Yaml, "p.yaml", "1.36").Document!;
        PolicyRuleNode first = policy.Rules.Value[0].Value;
        Assert.Equal((3, 18, "main"), Place(policy.Name.Origin));
        Assert.Equal((4, 14, "\"Panic\""), Place(policy.OmitStages.Value[0].Origin));
        Assert.Equal((4, 13, "[\"Panic\"]"), Place(policy.OmitStages.Origin));
        Assert.Equal((6, 10, "Metadata"), Place(first.Level.Origin));
        Assert.Equal((8, 5, "get"), Place(first.Verbs.Value[0].Origin));
        Assert.Equal((9, 5, "'list'"), Place(first.Verbs.Value[1].Origin));
        Assert.Equal((11, 12, "apps"), Place(first.Resources.Value[0].Value.Group.Origin));
        Assert.Equal((12, 24, "ü😀"), Place(first.Resources.Value[0].Value.ResourceNames.Value[0].Origin));
        Assert.Equal((12, 29, "b"), Place(first.Resources.Value[0].Value.ResourceNames.Value[1].Origin));
        Assert.Equal(6, policy.Rules.Value[0].Origin.Line);
        Assert.Equal(13, policy.Rules.Value[1].Origin.Line);
    }

    [Fact]
    public void Alias_IsWhereItStandsAndItsItemsWhereTheyAreWritten()
    {
        Node<ValueList<Node<string>>> users = PolicyFile.Read(Yaml, "p.yaml", "1.36").Document!.Rules.Value[1].Value.Users;
        Assert.Equal((14, 10, "*n"), Place(users.Origin));
        Assert.Equal(12, users.Value[0].Origin.Line);
    }

    [Fact]
    public void Json_HasPlacesToo()
    {
        const string json = "{\n \"apiVersion\": \"audit.k8s.io/v1\",\n \"rules\": [{\"level\": \"None\", \"verbs\": [\"get\"]}]\n}";
        PolicyRuleNode rule = PolicyFile.Read(json, "p.json", "1.36").Document!.Rules.Value[0].Value;
        Assert.Equal((3, 22, "\"None\""), Place(rule.Level.Origin, json));
        Assert.Equal((3, 40, "\"get\""), Place(rule.Verbs.Value[0].Origin, json));
    }

    [Fact]
    public void LeftOutField_IsAbsent()
    {
        PolicyRuleNode rule = PolicyFile.Read("apiVersion: audit.k8s.io/v1\nrules:\n- level: None\n  users:\n  verbs: []\n", null, "1.36").Document!.Rules.Value[0].Value;
        Assert.Equal((NodeState.Absent, NodeState.Absent, NodeState.Known), (rule.Namespaces.State, rule.Users.State, rule.Verbs.State));
    }

    private static (int, int, string) Place(Origin origin, string text = Yaml) => (origin.Line, origin.Column, text.Substring(origin.Start, origin.Length));
}
