using AuditSdk.Emission;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;
using static AuditSdk.Kubernetes.Level;

namespace AuditSdk.Tests.Kubernetes;

public sealed class PolicyMapTests
{
    private static readonly ApiGroup Core = ApiGroup.Named("");

    public static TheoryData<string, string, string> BrokenRules => new()
    {
        { "users", "AUD9005", "Rules[1].Users is null. Leave it out, or write []." },
        { "user", "AUD9005", "Rules[1].Users[1] is null. Take it out, or write what was meant." },
        { "group", "AUD9005", "Rules[1].UserGroups[0] is null. Take it out, or write what was meant." },
        { "verb", "AUD9005", "Rules[1].Verbs[0] is null. Take it out, or write what was meant." },
        { "resources", "AUD9005", "Rules[1].Resources is null. Leave it out, or write []." },
        { "resource", "AUD9005", "Rules[1].Resources[1] is null. Take it out, or write what was meant." },
        { "names", "AUD9005", "Rules[1].Resources[1].Names is null. Leave it out, or write []." },
        { "name", "AUD9005", "Rules[1].Resources[0].Names[1] is null. Take it out, or write what was meant." },
        { "namespaces", "AUD9005", "Rules[1].Namespaces is null. Leave it out, or write []." },
        { "url", "AUD9005", "Rules[1].NonResourceUrls[0] is null. Take it out, or write what was meant." },
        { "stages", "AUD9005", "Rules[1].OmitStages is null. Leave it out, or write []." },
        { "level", "AUD9010", "Rules[1].Level is 7, which Kubernetes has no name for. Use None, Metadata, Request or RequestResponse." },
        { "stage", "AUD9010", "Rules[1].OmitStages[1] is -1, which Kubernetes has no name for. Use RequestReceived, ResponseStarted, ResponseComplete or Panic." },
        { "half user", "AUD9010", "Rules[1].Users[0] has U+D83D at index 1, half of a surrogate pair, which YAML cannot carry. Take it out." },
        { "half group", "AUD9010", "Rules[1].Resources[0].Group has U+DC00 at index 0, half of a surrogate pair, which YAML cannot carry. Take it out." },
        { "half resource", "AUD9010", "Rules[1].Resources[1].Resource has U+D800 at index 5, half of a surrogate pair, which YAML cannot carry. Take it out." },
        { "half name", "AUD9010", "Rules[1].Resources[0].Names[0] has U+D800 at index 0, half of a surrogate pair, which YAML cannot carry. Take it out." },
        { "comment", "AUD9010", "Rules[1].Comment has U+000B at index 3, which a YAML reader refuses in a comment. Take it out." },
    };

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void BrokenRule_IsOneFindingAtItsLine(string broken, string id, string message)
    {
        PolicyRule rule = Broken(broken, new PolicyRule(Metadata, "Cluster.cs", 12));
        AuditPolicy policy = new("Cluster.cs", 3) { Rules = [new(None), rule, new(Metadata)] };
        Assert.Equal(new Finding(id, FindingSeverity.Error, message, new Origin("Cluster.cs", 12)), Assert.Single(Map(policy).Findings));
    }

    [Fact]
    public void BrokenValue_IsUnknownAndNeverWritten()
    {
        PolicyRule rule = new((Level)7) { Users = ["alice", null!, "\ud800"], Verbs = null!, Resources = [null!], OmitStages = [(Stage)9] };
        PolicyDocument document = Map(new AuditPolicy { Rules = [rule, null!] }).Document;
        PolicyRuleNode node = document.Rules.Value[0].Value;
        Assert.Equal([NodeState.Known, NodeState.Unknown, NodeState.Unknown], node.Users.Value.Select(u => u.State));
        Assert.All([node.Level.State, node.Verbs.State, node.Resources.Value[0].State, node.OmitStages.Value[0].State, document.Rules.Value[1].State], s => Assert.Equal(NodeState.Unknown, s));
        Assert.Throws<InvalidOperationException>(() => PolicyYaml.Write(document));
    }

    [Fact]
    public void NoRules_AreRefusedAtThePolicysLine()
    {
        Finding finding = Assert.Single(Map(new AuditPolicy("Cluster.cs", 3)).Findings);
        Assert.Equal("AUD9004", finding.Id);
        Assert.Equal(new Origin("Cluster.cs", 3), finding.Origin);
    }

    [Fact]
    public void BrokenPolicyFields_AreFindingsAtThePolicysLine()
    {
        AuditPolicy policy = new("Cluster.cs", 3) { Name = "\ud800", Comment = "\0", OmitStages = null!, Rules = [new(None), null!] };
        Assert.Equal(["Name has U+D800", "OmitStages is null", "Rules[1] is null", "Comment has U+0000"], Map(policy).Findings.Select(f => string.Join(' ', f.Message.Split(' ', '.')[..3])));
        Assert.All(Map(policy).Findings, f => Assert.Equal(new Origin("Cluster.cs", 3), f.Origin));
        Assert.Equal("Rules is null. Leave it out, or write [].", Assert.Single(Map(new AuditPolicy { Rules = null! }).Findings).Message);
    }

    [Fact]
    public void EveryProblemOfAPolicy_IsToldOnce()
    {
        PolicyRule rule = new(Metadata) { Users = [null!, null!], Verbs = [null!] };
        Assert.Equal(6, Map(new AuditPolicy { Rules = [rule, rule] }).Findings.Count);
    }

    [Fact]
    public void EmptyLists_AreAbsentAndSwitchesThreeState()
    {
        PolicyDocument document = Map(new AuditPolicy { Rules = [new(None), new(None) { OmitManagedFields = false }, new(None) { OmitManagedFields = true }] }).Document;
        Assert.Equal(default, document.OmitStages);
        Assert.Equal(default, document.OmitManagedFields);
        Assert.Equal(default, document.Name);
        Assert.Equal(new PolicyRuleNode { Level = document.Rules.Value[0].Value.Level }, document.Rules.Value[0].Value);
        Assert.Equal([NodeState.Absent, NodeState.Known, NodeState.Known], document.Rules.Value.Select(r => r.Value.OmitManagedFields.State));
        Assert.False(document.Rules.Value[1].Value.OmitManagedFields.Value);
    }

    [Fact]
    public void Origins_AreTheLinesOfPolicyAndRule()
    {
        PolicyDocument document = Map(new AuditPolicy("A.cs", 3) { OmitStages = [Stage.Panic], Rules = [new(None, "B.cs", 7) { Verbs = ["get"], Resources = [Core.All] }] }).Document;
        Node<PolicyRuleNode> rule = document.Rules.Value[0];
        Assert.All([document.Origin, document.OmitStages.Origin, document.OmitStages.Value[0].Origin, document.Rules.Origin], o => Assert.Equal(new Origin("A.cs", 3), o));
        Assert.All([rule.Origin, rule.Value.Level.Origin, rule.Value.Verbs.Value[0].Origin, rule.Value.Resources.Value[0].Value.Group.Origin], o => Assert.Equal(new Origin("B.cs", 7), o));
    }

    [Fact]
    public void NeighboursOfOneGroupWithEqualNames_ShareAnEntry()
        => Assert.Equal(
            [": pods pods/log", ": configmaps named a b", ": secrets", "apps: deployments", ": pods"],
            Entries(Core.Resource("pods"), Core.Resource("pods").Subresource("log"), Core.Resource("configmaps").Named("a", "b"), Core.Resource("secrets"), ApiGroup.Named("apps").Resource("deployments"), Core.Resource("pods")));

    [Fact]
    public void WholeGroup_StaysAlone()
    {
        Assert.Equal([": pods", ": (all)", ": (all)", ": secrets"], Entries(Core.Resource("pods"), Core.All, Core.All, Core.Resource("secrets")));
        Assert.Equal([": pods *"], Entries(Core.Resource("pods"), Core.Resource("*")));
    }

    [Fact]
    public void NamesInAnotherOrder_DoNotShareAnEntry()
        => Assert.Equal([": pods named a b", ": secrets named b a"], Entries(Core.Resource("pods").Named("a", "b"), Core.Resource("secrets").Named("b", "a")));

    private static IEnumerable<string> Entries(params ResourceSelector[] selectors)
    {
        (PolicyDocument document, IReadOnlyList<Finding> findings) = Map(new AuditPolicy { Rules = [new(None) { Resources = [.. selectors] }] });
        Assert.Empty(findings);
        return document.Rules.Value[0].Value.Resources.Value.Select(e => Entry(e.Value));
    }

    private static string Entry(GroupResourcesNode entry)
    {
        string resources = entry.Resources.IsKnown ? string.Join(' ', entry.Resources.Value.Select(r => r.Value)) : "(all)";
        string names = entry.ResourceNames.IsKnown ? " named " + string.Join(' ', entry.ResourceNames.Value.Select(n => n.Value)) : "";
        return $"{entry.Group.Value}: {resources}{names}";
    }

    private static PolicyRule Broken(string what, PolicyRule rule) => what switch
    {
        "users" => rule with { Users = null! },
        "user" => rule with { Users = ["alice", null!] },
        "group" => rule with { UserGroups = [null!] },
        "verb" => rule with { Verbs = [null!] },
        "resources" => rule with { Resources = null! },
        "resource" => rule with { Resources = [Core.Resource("pods"), null!, Core.Resource("pods")] },
        "names" => rule with { Resources = [Core.Resource("pods"), Core.Resource("pods") with { Names = null! }] },
        "name" => rule with { Resources = [Core.Resource("pods").Named("a", null!)] },
        "namespaces" => rule with { Namespaces = null! },
        "url" => rule with { NonResourceUrls = [null!] },
        "stages" => rule with { OmitStages = null! },
        "level" => rule with { Level = (Level)7 },
        "stage" => rule with { OmitStages = [Stage.Panic, (Stage)(-1)] },
        "half user" => rule with { Users = ["a\ud83d"] },
        "half group" => rule with { Resources = [ApiGroup.Named("\udc00").Resource("x"), ApiGroup.Named("\udc00").Resource("y")] },
        "half resource" => rule with { Resources = [Core.Resource("pods"), Core.Resource("pods").Subresource("\ud800")] },
        "half name" => rule with { Resources = [Core.Resource("pods").Named("\ud800")] },
        "comment" => rule with { Comment = "one\u000btwo" },
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static (PolicyDocument Document, IReadOnlyList<Finding> Findings) Map(AuditPolicy policy)
    {
        FindingSink findings = new();
        return (PolicyMap.Map(policy, findings), findings.Findings);
    }
}
