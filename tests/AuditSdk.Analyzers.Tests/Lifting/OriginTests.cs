using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>A node of the document lies where its author would look for it. Marks carry the name of the node as kube-apiserver writes it.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("{|rules[0]:new(Metadata)|}")]
    [InlineData("{|rules[0]:new({|rules[0].level:Metadata|})|} { Verbs = {|rules[0].verbs:[{|rules[0].verbs[0]:\"get\"|}, {|rules[0].verbs[1]:Verb.List|}]|} }")]
    [InlineData("{|rules[0]:new PolicyRule(None)|}\n{\n    Level = {|rules[0].level:Request|},\n    OmitManagedFields = {|rules[0].omitManagedFields:true|},\n}")]
    [InlineData("new(Metadata) { Verbs = {|rules[0].verbs:[.. Reads, {|rules[0].verbs[2]:Verb.Patch|}]|} }")]
    [InlineData("new(Metadata) { Verbs = {|rules[0].verbs:Reads|} }")]
    [InlineData("new(Metadata) { Users = [{|rules[0].users[0]:Name|}, {|rules[0].users[1]:$\"{Name}-x\"|}, {|rules[0].users[2]:SystemUsers.Node(\"n\")|}] }")]
    [InlineData("{|rules[0]:Base with|} { Users = {|rules[0].users:[\"u\"]|} }")]
    [InlineData("new PolicyRule(None) {|rules[0]:with|} { Users = {|rules[0].users:[\"u\"]|} }")]
    [InlineData("new(Metadata) { Resources = {|rules[0].resources:[{|rules[0].resources[0]:{|rules[0].resources[0].resources[0]:Core.Pods|}|}, {|rules[0].resources[0].resources[1]:Core.Pods.Log|}]|} }")]
    [InlineData("new(Metadata) { Resources = [{|rules[0].resources[0]:{|rules[0].resources[0].resources[0]:{|rules[0].resources[0].group:Core.ConfigMaps|}|}.Named({|rules[0].resources[0].resourceNames[0]:\"a\"|}, {|rules[0].resources[0].resourceNames[1]:\"b\"|})|}] }")]
    [InlineData("new(Metadata) { Resources = [{|rules[0].resources[0]:ApiGroup.Named({|rules[0].resources[0].group:\"apps\"|}).Resource({|rules[0].resources[0].resources[0]:\"x\"|})|}, {|rules[0].resources[1]:Core.All|}] }")]
    public void Rule_LiesInItsExpression(string rule) => AssertMarks($$"""
        [AuditConfig] public static class Cluster
        {
            [EmitAs("p.yaml")] public static AuditPolicy Policy => {|:new()|} { Rules = {|rules:[{{rule}}]|}, OmitStages = [{|omitStages[0]:Stage.Panic|}] };
            static string[] Reads => ["get", "list"];
            static PolicyRule Base => new(None);
            const string Name = "n";
        }
        """);

    [Fact]
    public void RuleOfAMember_LiesInTheMember() => AssertMarks("""
        [AuditConfig] public static class Cluster
        {
            [EmitAs("p.yaml")] public static AuditPolicy Policy => new() { Rules = {|rules:[.. First, Last]|} };
            static PolicyRule[] First => [{|rules[0]:new(None)|} { Verbs = {|rules[0].verbs:Reads|} }, {|rules[1]:new(Request)|}];
            static PolicyRule Last => {|rules[2]:new(Metadata)|};
            static string[] Reads => [{|rules[0].verbs[0]:"get"|}];
        }
        """);

    [Fact]
    public void Line_AndColumnCountFromOne()
    {
        Origin rule = Lifted.One(UserProject.Of("[AuditConfig] static class C {\n  [EmitAs(\"p.yaml\")] public static AuditPolicy P => new()\n  { Rules = [\n    new(None)\n  ] }; }")).Document.Rules.Value[0].Origin;

        Assert.Equal(("/infra/File0.cs", 4, 5, 9), (rule.File, rule.Line, rule.Column, rule.Length));
    }

    [Fact]
    public void OtherFile_KeepsTheUse()
    {
        LiftedPolicy policy = Lifted.One(UserProject.Of(
            """[AuditConfig] public static class Cluster { [EmitAs("p.yaml")] public static AuditPolicy Policy => new() { Rules = [new(None) { Verbs = Shared.Reads }, .. Shared.Rules, Shared.Of("x")] }; }""",
            """static class Shared { public static string[] Reads => ["get"]; public static PolicyRule[] Rules => [new(None) { Verbs = Reads }]; public static PolicyRule Of(string user) => new(None) { Users = [user] }; }""").Compiles());

        Assert.Equal(
            ["rules[0] \"get\" Shared.Reads", "rules[1] new(None) Shared.Rules", "rules[1] None Shared.Rules", "rules[1] Reads Shared.Rules", "rules[1] \"get\" Shared.Rules", "rules[2] new(None) Shared.Of(\"x\")", "rules[2] None Shared.Of(\"x\")", "rules[2] [user] Shared.Of(\"x\")"],
            policy.Uses.Select(u => $"{u.Inside} {Text(u.Definition, policy)} {Text(u.Use, policy)}"));
        Assert.Equal("\"x\"", Text(policy.Document.Rules.Value[2].Value.Users.Value[0].Origin, policy));
    }

    private static string Text(Origin origin, LiftedPolicy policy) => policy.Trees[origin.File!].GetText().ToString(new TextSpan(origin.Start, origin.Length));

    private static void AssertMarks(string source)
    {
        Markup markup = Markup.Parse(source);
        PolicyDocument policy = Lifted.One(UserProject.Of(markup.Text).Compiles()).Document;
        Dictionary<string, Origin> origins = Origins(policy).ToDictionary(o => o.Path.ToString(), o => o.Origin);
        origins["rules"] = policy.Rules.Origin;

        Assert.All(markup.Marks, mark => Assert.Equal(
            mark.Name + ": " + markup.Text.Substring(mark.Span.Start, mark.Span.Length) + " " + mark.Span,
            mark.Name + ": " + markup.Text.Substring(origins[mark.Name].Start, origins[mark.Name].Length) + " " + new TextSpan(origins[mark.Name].Start, origins[mark.Name].Length)));
    }

    private static IEnumerable<(PolicyPath Path, Origin Origin)> Origins(PolicyDocument policy)
    {
        yield return (new(-1), policy.Origin);
        foreach ((PolicyPath, Origin) stage in Origins(policy.OmitStages, new(-1, PolicyField.OmitStages))) yield return stage;
        yield return (new(-1, PolicyField.OmitManagedFields), policy.OmitManagedFields.Origin);
        for (int i = 0; i < policy.Rules.Value.Count; i++)
        {
            yield return (new(i), policy.Rules.Value[i].Origin);
            PolicyRuleNode rule = policy.Rules.Value[i].Value;
            yield return (new(i, PolicyField.Level), rule.Level.Origin);
            yield return (new(i, PolicyField.OmitManagedFields), rule.OmitManagedFields.Origin);
            foreach ((PolicyPath, Origin) text in new[]
            {
                Origins(rule.Users, new(i, PolicyField.Users)), Origins(rule.UserGroups, new(i, PolicyField.UserGroups)), Origins(rule.Verbs, new(i, PolicyField.Verbs)),
                Origins(rule.Namespaces, new(i, PolicyField.Namespaces)), Origins(rule.NonResourceUrls, new(i, PolicyField.NonResourceUrls)), Origins(rule.OmitStages, new(i, PolicyField.OmitStages)),
            }.SelectMany(t => t)) yield return text;
            yield return (new(i, PolicyField.Resources), rule.Resources.Origin);
            for (int j = 0; j < (rule.Resources.Or(null)?.Count ?? 0); j++)
            {
                Node<GroupResourcesNode> entry = rule.Resources.Value[j];
                yield return (new(i, PolicyField.Resources, j), entry.Origin);
                yield return (new(i, PolicyField.Group, j), entry.Value.Group.Origin);
                foreach ((PolicyPath, Origin) text in Origins(entry.Value.Resources, new(i, PolicyField.EntryResources, j)).Concat(Origins(entry.Value.ResourceNames, new(i, PolicyField.ResourceNames, j)))) yield return text;
            }
        }

    }

    private static IEnumerable<(PolicyPath Path, Origin Origin)> Origins(Node<ValueList<Node<string>>> list, PolicyPath path)
    {
        yield return (path, list.Origin);
        for (int i = 0; i < (list.Or(null)?.Count ?? 0); i++) yield return (path with { Index = i }, list.Value[i].Origin);
    }
}
