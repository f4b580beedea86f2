using AuditSdk.Analyzers.Lifting;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Kubernetes;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>What source does not tell for sure is unknown: never absent, and never a guess.</summary>
public sealed class UnknownTests
{
    [Theory]
    [InlineData("Environment.MachineName")]
    [InlineData("Mutable")]
    [InlineData("Changing")]
    [InlineData("Below")]
    [InlineData("ReadsBelow")]
    [InlineData("Computed()")]
    [InlineData("Cycle")]
    [InlineData("CycleA(\"x\")")]
    [InlineData("$\"{1:N2}\"")]
    [InlineData("$\"{1}\"")]
    [InlineData("$\"{Level.None}\"")]
    [InlineData("$\"{Environment.MachineName}\"")]
    [InlineData("DateTime.Now.Year > 2000 ? \"a\" : \"b\"")]
    [InlineData("Environment.NewLine ?? \"x\"")]
    [InlineData("new Own().Name")]
    [InlineData("new Derived().Name")]
    [InlineData("new WithSetter { Name = \"x\" }.Name")]
    [InlineData("new Settable { Name = \"x\" }.Other")]
    [InlineData("Reads[0]")]
    [InlineData("\"\\uD800\"")]
    [InlineData("null!")]
    [InlineData("new Func<string>(() => \"x\")()")]
    [InlineData("(string)new Converted()")]
    public void Text_IsUnknown(string text)
    {
        PolicyRuleNode rule = Rule($"new(Metadata) {{ Users = [\"known\", {text}] }}");

        Assert.Equal("known", rule.Users.Value[0].Value);
        Assert.Equal(NodeState.Unknown, rule.Users.Value[1].State);
    }

    [Theory]
    [InlineData("null!")]
    [InlineData("Environment.GetCommandLineArgs()")]
    [InlineData("new HashSet<string> { \"a\", \"a\" }.ToArray()")]
    [InlineData("Reads.Where(r => r.Length > 3).ToArray()")]
    [InlineData("new string[2]")]
    [InlineData("Iterated().ToArray()")]
    [InlineData("SystemGroups.Nodes.Length > 3 ? Reads : []")]
    public void List_IsUnknown(string list)
        => Assert.Equal(NodeState.Unknown, Rule($"new(Metadata) {{ Users = {list} }}").Users.State);

    [Theory]
    [InlineData("(Level)7")]
    [InlineData("Enum.Parse<Level>(\"None\")")]
    public void Level_IsUnknown(string level)
        => Assert.Equal(NodeState.Unknown, Rule($"new({level})").Level.State);

    [Theory]
    [InlineData("null!")]
    [InlineData("Environment.MachineName.Length > 3 ? new(None) : new(Metadata)")]
    [InlineData("Make()")]
    public void Rule_IsUnknown(string rule)
        => Assert.Equal(NodeState.Unknown, Policy(rule).Rules.Value[1].State);

    [Theory]
    [InlineData("null!")]
    [InlineData("Environment.MachineName.Length > 3 ? Core.Pods : Core.Secrets")]
    [InlineData("Core.Pods.Named()")]
    [InlineData("Core.Pods.Named(Environment.MachineName).Group == \"\" ? Core.Pods : Core.Pods")]
    public void Resource_IsUnknown(string resource)
        => Assert.Equal(NodeState.Unknown, Rule($"new(Metadata) {{ Resources = [{resource}] }}").Resources.Value[0].State);

    [Fact]
    public void UnknownPartsOfAResource_AreUnknownAlone()
    {
        ValueList<Node<GroupResourcesNode>> entries = Rule("new(Metadata) { Resources = [ApiGroup.Named(Environment.MachineName).Resource(\"a\"), Core.Group.Resource(Environment.MachineName), Core.Pods.Named(Environment.MachineName)] }").Resources.Value;

        Assert.Equal(3, entries.Count);
        Assert.Equal(NodeState.Unknown, entries[0].Value.Group.State);
        Assert.Equal("a", entries[0].Value.Resources.Value[0].Value);
        Assert.Equal(NodeState.Unknown, entries[1].Value.Resources.Value[0].State);
        Assert.Equal(NodeState.Unknown, entries[2].Value.ResourceNames.Value[0].State);
    }

    [Theory]
    [InlineData(".. Environment.MachineName.Length > 3 ? new PolicyRule[] { new(None) } : []")]
    [InlineData(".. Loop()")]
    [InlineData(".. Environment.GetCommandLineArgs().Select(a => new PolicyRule(None))")]
    public void UnknownSpread_IsOneUnknownRule(string spread)
    {
        PolicyDocument policy = Policy(spread);

        Assert.Equal(3, policy.Rules.Value.Count);
        Assert.Equal(NodeState.Unknown, policy.Rules.Value[1].State);
        Assert.Equal("Metadata", policy.Rules.Value[2].Value.Level.Value);
    }

    // Of a function of many things nothing is known, even where it gives the same for each.
    [Fact]
    public void SelectOverUnknownSpread_IsUnknown()
        => Assert.Equal([NodeState.Known, NodeState.Unknown], Rule("new(Metadata) { Users = new List<string>([\"a\", .. Environment.GetCommandLineArgs()]).Select(a => \"same\").ToArray() }").Users.Value.Select(u => u.State));

    [Fact]
    public void StaticConstructor_MayHaveChangedWhatWasInitialized()
        => Assert.Equal(NodeState.Unknown, Policy("Other.Rule", "static class Other { public static readonly PolicyRule Rule = new(None); static Other() { Rule = new(Metadata); } }").Rules.Value[1].State);

    [Fact]
    public void InitializersOfTwoFiles_HaveNoOrder()
    {
        UserProject project = UserProject.Of(
            "[AuditConfig] public static partial class Cluster { [EmitAs(\"p.yaml\")] public static AuditPolicy Policy { get; } = new() { Rules = Rules }; }",
            "public static partial class Cluster { private static readonly PolicyRule[] Rules = [new(None)]; }");

        Assert.Equal(NodeState.Unknown, Lifted.One(project).Document.Rules.State);
    }

    [Fact]
    public void MembersThatDoubleEachOther_EndWithinTheBudget()
    {
        string members = string.Concat(Enumerable.Range(0, 60).Select(i => $"static PolicyRule[] R{i} => [.. R{i + 1}, .. R{i + 1}]; ")) + "static PolicyRule[] R60 => [new(None)];";

        Assert.NotEmpty(Policy(".. R0", members).Rules.Value);
    }

    [Fact]
    public void DeepNesting_IsUnknownAndNoOverflow()
    {
        string with = string.Concat(Enumerable.Repeat(" with { OmitManagedFields = true }", 2000));

        Assert.Equal(NodeState.Unknown, Policy($"new PolicyRule(None){with}").Rules.Value[1].State);
    }

    [Fact]
    public void UnknownDefinition_HasNoPolicy()
        => Assert.Empty(Lifted.Of(UserProject.Cluster("[EmitAs(\"p.yaml\")] public static AuditPolicy Policy => Environment.MachineName == \"x\" ? new() { Rules = [new(None)] } : new();")).Policies);

    [Fact]
    public void SyntaxErrorInTheDefinition_HasNoPolicy()
        => Assert.Empty(Lifted.Of(UserProject.Cluster("[EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() { Rules = [new(None), new(Metadata };")).Policies);

    [Fact]
    public void SyntaxErrorElsewhere_IsUnknownThere()
        => Assert.Equal(NodeState.Unknown, Policy(".. Broken", "static PolicyRule[] Broken => [new(None), , new(Metadata)];").Rules.Value[1].State);

    [Fact]
    public void Cancellation_EndsTheLift()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new LiftBudget(source.Token).TryEnter());
        Assert.ThrowsAny<OperationCanceledException>(() => Lifted.Of(UserProject.Cluster("[EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new();"), source.Token));
    }

    private static PolicyRuleNode Rule(string rule) => Policy(rule).Rules.Value[1].Value;

    private static PolicyDocument Policy(string element, string members = "") => Lifted.One(UserProject.Cluster($$"""
        static string Mutable = "x";
        static string Changing { get; set; } = "x";
        static string ReadsBelow => Below;
        static string[] Reads => ["get"];
        {{members}}
        [EmitAs("policy.yaml")] public static AuditPolicy Policy { get; } = new() { Rules = [new(None), {{element}}, new(Metadata)] };
        static readonly string Below = "x";
        static string Computed() { string x = "a"; x += "b"; return x; }
        static string Cycle => Cycle2;
        static string Cycle2 => Cycle;
        static string CycleA(string a) => CycleA(a + "x");
        static IEnumerable<string> Iterated() { yield return "x"; }
        static PolicyRule Make() { PolicyRule rule = new(None); return rule; }
        static List<PolicyRule> Loop() { List<PolicyRule> rules = []; for (int i = 0; i < 3; i++) rules.Add(new(None)); return rules; }
        class Own { public Own() { Name = "changed"; } public string Name { get; init; } = "initial"; }
        class Parent { public string Name { get; protected init; } = "initial"; }
        class Derived : Parent { public Derived() { Name = "changed"; } }
        class WithSetter { string _name = ""; public string Name { get => _name; init => _name = value + "!"; } }
        class Settable { public string Name { get; set; } = ""; public string Other { get; set; } = "x"; }
        class Converted { public static explicit operator string(Converted c) => "x"; }
        """)).Document;
}
