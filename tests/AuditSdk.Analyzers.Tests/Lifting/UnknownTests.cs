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

    [Theory]
    [InlineData("AuditPolicy Policy { get; } = new() { Rules = [new(None)] }; static Cluster() { Policy = new() { Rules = [new(Metadata)] }; }")]
    [InlineData("AuditPolicy Policy { get; set; } = new() { Rules = [new(None)] };")]
    [InlineData("AuditPolicy Policy { get; private set; } = new() { Rules = [new(None)] };")]
    [InlineData("(string, AuditPolicy)[] Policies { get; } = [(\"a\", new() { Rules = [new(None)] })]; static void Change() => Policies[0] = default;")]
    public void DefinitionThatCanChange_HasNoPolicy(string member)
        => Assert.Empty(Lifted.Of(UserProject.Cluster($"[EmitAs(\"p.yaml\")] public static {member}").Compiles()).Policies);

    [Fact]
    public void MemberInitializedAboveWhatItReads_IsUnknown()
    {
        PolicyDocument policy = Lifted.One(UserProject.Cluster("""
            static readonly string A = B + "t", C = D;
            static readonly string B = "get";
            static string D => B;
            [EmitAs("p.yaml")] public static AuditPolicy Policy { get; } = new() { Rules = [new(Metadata) { Users = [B, D, A, C] }] };
            """).Compiles()).Document;

        Assert.Equal([NodeState.Known, NodeState.Known, NodeState.Unknown, NodeState.Unknown], policy.Rules.Value[0].Value.Users.Value.Select(u => u.State));
    }

    // What is known before and after the change, and that it is not taken for known.
    [Theory]
    [InlineData("Made.V", "class Opt { public string V { get; set; } = \"\"; } static readonly Opt Made = new() { V = \"x\" }; static int Init() { Made.V = \"y\"; return 1; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { L[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly List<string> L = [\"x\"]; static void Init() { L.Add(\"y\"); }")]
    [InlineData(".. L", "static List<string> L { get; } = [\"x\"]; static void Init() { Cluster.L.Clear(); }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { Array.Sort(L); }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { ref string first = ref L[0]; first = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { (L[0], _) = (\"y\", 1); }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { string[] other = L; other[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { Set(L); } static void Set(string[] given) { given[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static string[] All => L; static void Init() { All[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static string[] All() { return L; } static void Init() { All()[0] = \"y\"; }")]
    [InlineData(".. Other.L", "static void Init() { Other.L[0] = \"y\"; } static class Other { public static readonly string[] L = [\"x\"]; }")]
    [InlineData(".. new Holder([\"x\"]).L", "record Holder(string[] L); static void Init(Holder h) { h.L[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; record Holder(string[] Held); static readonly Holder H = new(L); static void Init() { H.Held[0] = \"y\"; }")]
    [InlineData(".. L.Select(t => t.A)", "static readonly (string A, int B)[] L = [(\"x\", 1)]; static void Init() { L[0].A = \"y\"; }")]
    [InlineData(".. L.Select(t => t[0])", "static readonly string[][] L = [[\"x\"]]; static void Init() { string[] first = L[0]; first[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static readonly Action Change = () => { L[0] = \"y\"; };")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { foreach (ref string s in L.AsSpan()) s = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { Span<string> s = L; s[0] = \"y\"; }")]
    [InlineData(".. L", "static readonly string[] L = [\"x\"]; static void Init() { object o = L; ((string[])o)[0] = \"y\"; }")]
    [InlineData("Of(\"x\")", "static string Of(string p) => string.Concat(p = \"y\", \"z\") + p;")]
    [InlineData(".. Of(\"x\")", "static string[] Of(string p) => [(p = \"y\"), p];")]
    [InlineData(".. Of(\"x\")", "static string[] Of(string p) => [Set(ref p), p]; static string Set(ref string p) => p = \"y\";")]
    [InlineData("new P(\"x\").V", "class P(string v) { public string V => v; public void M() { v = \"y\"; } }")]
    [InlineData("Of<Foo>()", "static string Of<T>() where T : INamed => T.Verb; interface INamed { static virtual string Verb => \"x\"; } class Foo : INamed { public static string Verb => \"y\"; }")]
    [InlineData(".. D.Select(p => p.Value)", "static readonly SortedDictionary<string, string> D = new() { [\"b\"] = \"x\", [\"a\"] = \"y\" };")]
    [InlineData(".. D.Select(p => p.Value)", "static readonly Dictionary<string, string> D = new() { [Environment.MachineName] = \"x\", [\"a\"] = \"y\" };")]
    [InlineData(".. D.Select(p => p.Value)", "static readonly Dictionary<string, string> D = new(StringComparer.OrdinalIgnoreCase) { [\"A\"] = \"x\", [\"a\"] = \"y\" };")]
    [InlineData("Of(1)", "static string Of(int i) => i == 1f ? \"x\" : \"y\";")]
    [InlineData("Of('a')", "static string Of(char c) => In(c); static string In(int i) => $\"{i}\";")]
    [InlineData("Of(1)", "static string Of(int i) => i switch { > 0 => \"x\", _ => \"y\" };")]
    [InlineData("(new Copied { V = \"x\" } with { }).V", "record Copied { public string V { get; init; } = \"\"; public Copied() { } protected Copied(Copied other) { V = other.V + \"!\"; } }")]
    [InlineData("new Half { V = \"x\" }.V", "partial class Half { public partial string V { get; init; } } partial class Half { public partial string V { get => field; init => field = value + \"!\"; } }")]
    [InlineData("new Field { V = \"x\" }.V", "class Field { public string V { get; init => field = value + \"!\"; } = \"\"; }")]
    [InlineData("Lazy", "static string Lazy { get => field ?? \"x\"; set; }")]
    [InlineData("Of()", "static string Of() { string v = \"x\"; Set(out v); return v; } static void Set(out string v) => v = \"y\";")]
    [InlineData("Of()", "static string Of() { List<string> l = [\"x\"]; return l.Remove(\"x\") ? \"y\" : l[0]; }")]
    [InlineData(".. Of()", "static List<string> Of() { List<string> l = [\"x\"]; Func<string> add = () => { l.Add(\"y\"); return \"\"; }; string s = add(); return l; }")]
    public void WhatCanChange_IsUnknown(string user, string members)
    {
        PolicyDocument policy = Lifted.One(UserProject.Cluster($"[EmitAs(\"p.yaml\")] public static AuditPolicy Policy => new() {{ Rules = [new(Metadata) {{ Users = [\"known\", {user}] }}] }}; {members}").Compiles()).Document;

        Assert.Contains(policy.Rules.Value[0].Value.Users.Value, u => u.State == NodeState.Unknown);
        Assert.Equal("known", policy.Rules.Value[0].Value.Users.Value[0].Value);
    }

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
        static PolicyRule Make() { PolicyRule rule = new(None); rule = new(Metadata); return rule; }
        static List<PolicyRule> Loop() { List<PolicyRule> rules = []; for (int i = 0; i < 3; i++) rules.Add(new(None)); return rules; }
        class Own { public Own() { Name = "changed"; } public string Name { get; init; } = "initial"; }
        class Parent { public string Name { get; protected init; } = "initial"; }
        class Derived : Parent { public Derived() { Name = "changed"; } }
        class WithSetter { string _name = ""; public string Name { get => _name; init => _name = value + "!"; } }
        class Settable { public string Name { get; set; } = ""; public string Other { get; set; } = "x"; }
        class Converted { public static explicit operator string(Converted c) => "x"; }
        """)).Document;
}
