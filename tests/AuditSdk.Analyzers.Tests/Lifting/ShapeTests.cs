using AuditSdk.Analyzers.Lifting;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Analyzers.Tests.Lifting;

/// <summary>Each shape that the lifter knows gives the document that the build makes of the real object.</summary>
public sealed class ShapeTests
{
    private const string Records = """
        public sealed record Settings { public string Folder { get; init; } = "kube-system"; public string Full => $"{Folder}-x"; public bool Strict { get; init; } }
        public sealed record Team(string Name, bool Pays) { public string Group => "team:" + Name; public string[] Groups { get; } = [Name + "-a", Name + "-b"]; }
        """;

    [Theory]
    [InlineData("new PolicyRule(Metadata)")]
    [InlineData("new(Level.Request)")]
    [InlineData("new(level: RequestResponse)")]
    [InlineData("new(None) { Level = Metadata }")]
    [InlineData("new((Level)2)")]
    [InlineData("new(default)")]
    [InlineData("new(Metadata) { Verbs = [] }")]
    [InlineData("new(Metadata) { Verbs = [\"get\", Verb.List, \"wa\" + \"tch\"] }")]
    [InlineData("new(Metadata) { Verbs = new[] { \"get\", \"list\" } }")]
    [InlineData("new(Metadata) { Verbs = new string[] { \"get\" } }")]
    [InlineData("new(Metadata) { Verbs = new string[0] }")]
    [InlineData("new(Metadata) { Verbs = Array.Empty<string>() }")]
    [InlineData("new(Metadata) { Verbs = AuditSdk.Semantics.Documents.ValueList<string>.Empty }")]
    [InlineData("new(Metadata) { Verbs = new List<string> { \"get\", \"list\" }.ToArray() }")]
    [InlineData("new(Metadata) { Verbs = AuditSdk.Semantics.Documents.ValueList.From(new List<string>(Reads) { \"patch\" }) }")]
    [InlineData("new(Metadata) { Verbs = Reads }")]
    [InlineData("new(Metadata) { Verbs = [.. Reads, Verb.Create, .. Writes] }")]
    [InlineData("new(Metadata) { Verbs = [.. Reads.Concat(Writes)] }")]
    [InlineData("new(Metadata) { Verbs = true ? Reads : Writes }")]
    [InlineData("new(Metadata) { Verbs = [.. Pays && !false ? Writes : []] }")]
    [InlineData("new(Metadata) { Verbs = [.. Pays == false || Name != \"x\" ? Writes : []] }")]
    [InlineData("new(Metadata) { Users = [SystemUsers.KubeProxy, SystemUsers.Node(\"n\"), SystemUsers.ServiceAccount(@namespace: \"a\", name: \"b\"), SystemUsers.ServiceAccount(name: \"b\", @namespace: \"a\")] }")]
    [InlineData("new(Metadata) { UserGroups = [SystemGroups.Nodes, SystemGroups.ServiceAccountsIn(\"monitoring\")] }")]
    [InlineData("new(Metadata) { Namespaces = [\"\", Name, $\"{Name}-{Name}\", $\"{'c'}\", Prefix + Name + \"!\", string.Empty] }")]
    [InlineData("new(Metadata) { NonResourceUrls = [\"/livez*\"], OmitStages = [Stage.RequestReceived, Stage.Panic], OmitManagedFields = true }")]
    [InlineData("new(Metadata) { OmitManagedFields = false }")]
    [InlineData("new(Metadata) { OmitManagedFields = null }")]
    [InlineData("new(Metadata) { OmitManagedFields = Missing ?? true }")]
    [InlineData("new(Metadata) { Comment = \"why\\nso\" }")]
    [InlineData("new(Metadata) { Comment = \" \" }")]
    [InlineData("new(Metadata) { Comment = $\"of {Name}\" }")]
    [InlineData("Base")]
    [InlineData("Base with { Level = None }")]
    [InlineData("Base with { Verbs = [Verb.Get], Comment = null } with { Users = [\"u\"] }")]
    [InlineData("new PolicyRule(Metadata) with { Verbs = [Verb.Get] }")]
    [InlineData("Made")]
    [InlineData("MadeInBlock()")]
    [InlineData("For(\"a\")")]
    [InlineData("For(name: \"a\", level: None)")]
    [InlineData("Many(\"a\", \"b\")")]
    [InlineData("ForTeam(new(\"red\", true))")]
    [InlineData("ForTeam(new(\"red\", true) { Pays = false })")]
    [InlineData("ForTeam(new Team(\"red\", true) with { Name = \"blue\" })")]
    [InlineData("new(Metadata) { Users = [new Settings().Folder, new Settings { Folder = \"f\" }.Full, Defaults.Full], OmitManagedFields = Defaults.Strict }")]
    [InlineData("new(Metadata) { Users = [new { A = \"anonymous\" }.A, (\"x\", \"tuple\").Item2, (first: \"named\", 1).first] }")]
    [InlineData("new(Metadata) { Users = [.. from n in new[] { \"a\", \"b\" } select \"user:\" + n] }")]
    [InlineData("new(Metadata) { Users = new[] { \"a\", \"b\" }.Select(n => $\"user:{n}\").ToArray() }")]
    [InlineData("new(Metadata) { Users = [.. new[] { \"a\", \"b\" }.Select(SystemName)] }")]
    [InlineData("new(Metadata) { Users = [Local()] }")]
    [InlineData("new(Metadata) { Users = [VerbOf(Request), VerbOf(None), VerbOf(Metadata)] }")]
    [InlineData("new(Metadata) { Users = [Kind(\"a\"), Kind(\"b\"), Kind(\"c\"), Kind(null)], OmitManagedFields = Name is \"payments\" or \"x\" }")]
    [InlineData("WithLocals(\"a\")")]
    [InlineData("new(Metadata) { Users = [.. new[] { \"a\", \"b\" }.Select(n => { string twice = n + n; return twice + \"!\"; })] }")]
    [InlineData("new(Metadata) { Users = [LocalFunction(\"a\")] }")]
    [InlineData("new(Metadata) { Users = [.. Pairs.Select(p => p.Key + p.Value)] }")]
    [InlineData("new(Metadata) { Users = [.. Keys.Select(p => p.Key + p.Value)] }")]
    [InlineData("new(Metadata) { Users = [.. Alias, .. Passed(Writes)], Verbs = [.. true ? Writes : Reads] }")]
    [InlineData("new(Metadata) { Users = [Null ?? \"else\", Name ?? \"no\"] }")]
    public void Rule_IsThatOfTheObject(string rule) => AssertSame($$"""
        static string[] Reads => [Verb.Get, Verb.List];
        static readonly string[] Writes = { Verb.Create, "update" };
        const string Name = "payments";
        static string Prefix { get { return "p-"; } }
        static readonly bool? Missing = null;
        static bool Pays => true;
        static string? Null => null;
        static Settings Defaults { get; } = new();
        static PolicyRule Base { get; } = new(Request) { Verbs = [Verb.Update], Comment = "base" };
        static PolicyRule Made => new(RequestResponse) { Resources = [Core.Pods] };
        static PolicyRule MadeInBlock() { return new(Metadata) { Users = ["block"] }; }
        static PolicyRule For(string name, Level level = Request) => new(level) { Users = [SystemUsers.ServiceAccount("ns", name)] };
        static PolicyRule Many(params string[] names) => new(Metadata) { Users = names };
        static PolicyRule ForTeam(Team team) => new(team.Pays ? RequestResponse : Metadata) { UserGroups = [team.Group, .. team.Groups], Comment = team.Name };
        static string SystemName(string n) => "system:" + n;
        static string Local() => Twice("l");
        static string Twice(string s) => s + s;
        static string VerbOf(Level level) => level switch { Request or RequestResponse => "body", None when Pays => "paid", not Metadata => "else", _ => "metadata" };
        static string Kind(string? name) => name switch { "a" => "first", null => "none", "b" or "B" => "second", _ => name + "?" };
        static PolicyRule WithLocals(string name) { const string Verb = "get"; var user = $"u:{name}"; string[] users = [user, user + "2"]; return new(Metadata) { Users = users, Verbs = [Verb], Comment = user }; }
        static string LocalFunction(string p) { return Make(p) + Again("x"); string Make(string q) => q + p; static string Again(string q) => q; }
        static readonly KeyValuePair<string, string>[] Pairs = [new(value: "v", key: "k"), KeyValuePair.Create(value: "v", key: "k")];
        static readonly Dictionary<string, string> Keys = new() { ["a"] = "1", ["b"] = "2", ["a"] = "3" };
        static int Test() { foreach (string w in Writes) Console.WriteLine(w); return Writes.Length + Writes[0].Length + Pairs[0].Key.Length + Keys.Count + string.Concat(Writes.Select(w => w)).Length; }
        static string[] Alias => Writes;
        static string[] Passed(string[] given) => given;
        [EmitAs("policy.yaml")] public static AuditPolicy Policy { get; } = new() { Rules = [{{rule}}] };
        """);

    [Theory]
    [InlineData("Core.Pods")]
    [InlineData("Core.Pods.Log, Core.Pods.Status, Core.Services")]
    [InlineData("Core.Pods.WithSubresources")]
    [InlineData("Core.Pods.Subresource(\"x\"), Core.ConfigMaps.Subresource(\"y\")")]
    [InlineData("Core.ConfigMaps.Named(\"a\"), Core.Secrets.Named(\"a\"), Core.Secrets.Named(\"a\", \"b\")")]
    [InlineData("Core.ConfigMaps.Named([.. Names, \"z\"]), Core.Pods.Log.Named(Names)")]
    [InlineData("Core.All, Core.Pods, Core.All")]
    [InlineData("Core.EverySubresource(\"status\"), Apps.EverySubresource(\"scale\")")]
    [InlineData("Core.Group.All, Core.Group.Resource(\"x\"), Apps.Group.EverySubresource(\"status\")")]
    [InlineData("Apps.Deployments, Core.Pods, Core.Services, Apps.StatefulSets")]
    [InlineData("ApiGroup.Named(\"extensions\").All")]
    [InlineData("ApiGroup.Named(\"extensions\").Resource(\"ingresses\"), ApiGroup.Named(\"extensions\").Resource(\"ingresses\").Subresource(\"status\"), ApiGroup.Named(\"extensions\").EverySubresource(\"status\")")]
    [InlineData("ApiGroup.Named(Group).Resource(Group + \"s\").WithSubresources.Named(\"n\")")]
    [InlineData("ApiGroup.Named(ApiGroup.Named(\"x\").Name).All")]
    [InlineData("Core.Pods with { Names = [\"p\"] }, Core.Pods with { Names = [] }")]
    [InlineData("Shared, .. SharedList, All(\"batch\")")]
    [InlineData("Core.ServiceAccounts.Token, Authentication.TokenReviews")]
    [InlineData("(ResourceSelector)Core.Pods, Core.Secrets!")]
    public void Resources_AreThoseOfTheObject(string resources) => AssertSame($$"""
        static string[] Names => ["n", "m"];
        const string Group = "example.com";
        static readonly ResourceSelector Shared = Core.Secrets;
        static ResourceSelector[] SharedList { get; } = [Core.Secrets, Rbac.Roles];
        static ResourceSelector All(string group) => ApiGroup.Named(group).All;
        [EmitAs("policy.yaml")] public static AuditPolicy Policy { get; } = new() { Rules = [new(Metadata) { Resources = [{{resources}}] }] };
        """);

    [Theory]
    [InlineData("AuditPolicy Policy { get; } = new() { Name = \"n\", OmitStages = [Stage.RequestReceived], OmitManagedFields = true, Comment = \"c\", Rules = [new(None), new(Metadata)] }")]
    [InlineData("AuditPolicy Policy => new AuditPolicy { Rules = new PolicyRule[] { new(None), new(Metadata) } }")]
    [InlineData("AuditPolicy Policy { get { return new AuditPolicy() { Rules = [new(None)] }; } }")]
    [InlineData("AuditPolicy Policy() => new() { Rules = [.. First, new(Request), .. Second] }")]
    [InlineData("AuditPolicy Policy() { return Base with { Rules = [.. Base.Rules, new(Metadata)], Name = null }; }")]
    [InlineData("AuditPolicy Policy => Base with { OmitStages = [.. Base.OmitStages, Stage.Panic] }")]
    [InlineData("AuditPolicy Policy => new() { Rules = First.Concat(Second).Select(r => r with { Comment = \"all\" }).ToArray() }")]
    [InlineData("AuditPolicy Policy => new() { OmitStages = new AuditPolicy().OmitStages, OmitManagedFields = Base.OmitManagedFields, Rules = First }")]
    [InlineData("IEnumerable<(string, AuditPolicy)> Policies => [(\"a\", Base), (\"b\", Base with { Rules = First })]")]
    [InlineData("IEnumerable<(string Name, AuditPolicy Policy)> Policies => Names.Select(n => (n, Of(n)))")]
    [InlineData("(string, AuditPolicy)[] Policies => Names.Select(n => (n, new AuditPolicy { Name = n, Rules = [new(None)] })).ToArray()")]
    [InlineData("List<(string, AuditPolicy)> Policies => Names.Select(n => (n, Of(n))).ToList()")]
    [InlineData("Dictionary<string, AuditPolicy> Policies => new() { [\"a\"] = Base, [\"b\"] = Of(\"b\") }")]
    [InlineData("Dictionary<string, AuditPolicy> Policies => new() { { \"a\", Base }, { \"b\", Of(\"b\") } }")]
    [InlineData("IReadOnlyList<KeyValuePair<string, AuditPolicy>> Policies => [new(\"a\", Base), KeyValuePair.Create(\"b\", Of(\"b\"))]")]
    public void Policy_IsThatOfTheObject(string member) => AssertSame($$"""
        [EmitAs("{name}.yaml")] public static {{member}}{{(member.EndsWith('}') && !member.Contains("=>", StringComparison.Ordinal) && !member.Contains("= new", StringComparison.Ordinal) ? "" : ";")}}
        static string[] Names { get; } = ["a", "b"];
        static AuditPolicy Of(string name) => Base with { Name = name };
        static AuditPolicy Base => new() { Name = "base", OmitStages = [Stage.RequestReceived], Rules = [new(None)] };
        static PolicyRule[] First => [new(None) { Users = ["a"] }];
        static List<PolicyRule> Second => new() { new PolicyRule(Request), new(Metadata) };
        """);

    [Fact]
    public void OwnResources_AreThoseOfTheObject() => AssertSame(UserProject.Of(
        ["""[AuditConfig] public static class Cluster { [EmitAs("p.yaml")] public static AuditPolicy Policy => new() { Rules = [new(Metadata) { Resources = [PaymentsExample.Ledgers, PaymentsExample.Ledgers.Status, PaymentsExample.All] }] }; }"""],
        ("payments.catalog", """
            group payments.example.com
              resource ledgers kind Ledger namespaced verbs get,list
                subresource status verbs get,patch,update
            """)));

    private static void AssertSame(string members) => AssertSame(UserProject.Of($$"""[AuditConfig(Kubernetes = "1.36")] public static class Cluster { {{members}} }""", Records));

    private static void AssertSame(UserProject project)
    {
        FindingSink findings = new();
        string[] real = [.. project.Compiles().Run().Select(p => $"{p.Name}: {Lifted.Text(PolicyMap.Map(p.Policy, findings))}")];
        IReadOnlyList<LiftedPolicy> lifted = Lifted.Of(project).Policies;

        Assert.Empty(findings.Findings);
        Assert.NotEmpty(real);
        Assert.Equal(real, lifted.Select(p => $"{p.Name}: {Lifted.Text(p.Document)}"));
        Assert.All(lifted, p => Assert.Equal(0, Lifted.UnknownNodes(p.Document)));
    }
}
