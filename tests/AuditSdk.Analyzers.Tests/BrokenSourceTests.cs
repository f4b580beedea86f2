using CsCheck;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Analyzers.Tests;

/// <summary>People type: half a source, an unbalanced brace and a missing token are met all day. The analyzer never throws.</summary>
public sealed class BrokenSourceTests
{
    // Small ones, so that thousands do not take minutes; together they have every shape that the lifter knows.
    private static readonly string[] Sources =
    [
        """
        [AuditConfig(Kubernetes = "1.34")] public static class Cluster
        {
            [EmitAs("policy.yaml")] public static AuditPolicy Policy { get; } = new()
            {
                Name = $"of {Name}", OmitStages = [Stage.RequestReceived],
                Rules = [.. Noise, new(None) { Users = [SystemUsers.KubeProxy], Verbs = [Verb.Watch, .. Reads], Resources = [Core.Endpoints, Core.Pods.Log.Named("a", "b")] }],
            };
            const string Name = "x";
            static string[] Reads => [Verb.Get, Verb.List];
            static PolicyRule[] Noise { get { return [new(None) { Verbs = Reads, Comment = "noise" }]; } }
        }
        """,
        """
        [AuditConfig] public static class Cluster
        {
            [EmitAs("policy.yaml")] public static AuditPolicy Policy() => new()
            {
                OmitManagedFields = true,
                Rules =
                [
                    new PolicyRule(Level.Metadata) with { Namespaces = new[] { "kube-system" } }, // one
                    new((Level)2) { Resources = [ApiGroup.Named("extensions").All, Core.EverySubresource("status"), Core.Pods with { Names = ["n"] }] },
                    .. new List<PolicyRule> { new(Metadata), new(Request) { NonResourceUrls = ["/a" + "b"] } },
                ],
            };
        }
        """,
        """
        [AuditConfig] public static class Cluster
        {
            [EmitAs("{name}.yaml")] public static Dictionary<string, AuditPolicy> Policies => new() { ["a"] = Of("a", "x", "y"), ["b"] = Of("b") with { Name = null } };
            static AuditPolicy Of(string name, params string[] users) => new() { Name = name, Rules = [.. users.Select(u => new PolicyRule(None) { Users = [u] }), .. true && Pays ? new[] { Team(new("red", 1)) } : []] };
            static bool Pays => true;
            static PolicyRule Team(Team team) => new(Metadata) { UserGroups = [team.Group ?? "none"] };
        }
        public sealed record Team(string Name, int Size) { public string Group { get; init; } = "team:" + Name; }
        """,
        """
        [AuditConfig(Fluentd = "td-agent 3")] public static class Cluster
        {
            [EmitAs("td-agent.conf")] public static FluentdConfig Agent { get; } =
            [
                new SystemDirective(new() { Workers = 2 }), new Include("a/*.conf"),
                new Source(new TailInput { Path = Folder + "/a", Tag = "audit", Label = Route, Parse = new JsonParser { TimeFormat = TimeFormats.KubernetesAudit } }) { Comment = $"of {Folder}" },
                new LabelSection(Route, [.. Filters, new Match("audit.**", Output with { Id = "x", Append = true })]), new Worker(0, 1, []),
            ];
            const string Folder = "/var/log";
            static readonly Label Route = new("R");
            static Directive[] Filters => [new Filter("audit", new RecordTransformerFilter { Record = new() { ["a"] = Env("A") + "b" + Ruby("c"), ["d"] = NoValue }, RemoveKeys = ["x", "y,z"] })];
            static FileOutput Output => new() { Path = "/a", Compress = Compress.Gzip, Buffer = new FileBuffer(ChunkKey.Tag, "k") { Timekey = 1.Hours(), ChunkLimitSize = 8.MiB(), FlushThreadInterval = 0.1 }, Extra = new() { ["e"] = "f" } };
        }
        """,
        """
        [AuditConfig] public static class Cluster
        {
            [EmitAs("{name}.conf")] public static IEnumerable<(string, FluentdConfig)> Agents => new[] { "a", "b" }.Select(n => (n, Of(n)));
            static FluentdConfig Of(string n) => new([new Match(pattern: n, new CopyOutput { Stores = [new RawOutput("t") { ExtraSections = [new("s") { SectionArgument = n }] }, new ElasticsearchOutput { Password = Secret.InClear("p"), Port = 9200 }] })]) { Comment = n };
            static FluentdConfig Both => [.. Of("x"), .. Of("y").Directives];
        }
        """,
    ];

    private static readonly UserProject[] Projects = [.. Sources.Select(s => UserProject.Of(s).Compiles())];

    // The tokens' own texts, with the blanks before each.
    private static readonly string[][] Tokens = [.. Projects.Select(p => File(p).GetRoot().DescendantTokens().Select(t => t.ToFullString()).ToArray())];

    private static readonly Gen<(int Source, string Text)> Edit = Gen.Select(Gen.Int[0, Sources.Length - 1], Gen.Int[0, 5], Gen.Int[0, 9_999], Gen.Int[0, 9_999], Gen.Int[1, 6])
        .Select((source, kind, at, other, count) => (source, Broken(Tokens[source], kind, at % Tokens[source].Length, other % Tokens[source].Length, count)));

    [Fact]
    public void FiveThousandBrokenSources_NeverThrow()
        => Edit.Sample(edit => { Checked.Of(Projects[edit.Source].With(File(Projects[edit.Source]), edit.Text)); }, iter: 5_000);

    private static SyntaxTree File(UserProject project) => project.Compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("File0.cs", StringComparison.Ordinal));

    private static string Broken(string[] tokens, int kind, int at, int other, int count) => kind switch
    {
        0 => string.Concat(tokens.Take(at)),
        1 => string.Concat(tokens.Where((_, i) => i < at || i >= at + count)),
        2 => string.Concat(tokens.Select((t, i) => i == at ? tokens[other] : t)),
        3 => string.Concat(tokens.Select((t, i) => i == at ? t + tokens[other] : t)),
        4 => string.Concat(tokens.Where((t, i) => i != at && (i != other || t.Trim() is not ("{" or "}" or "[" or "]" or "(" or ")")))),
        _ => string.Concat(tokens.Skip(at)),
    };
}
