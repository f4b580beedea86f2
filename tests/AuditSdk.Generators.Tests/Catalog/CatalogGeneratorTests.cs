using AuditSdk.Fluentd;
using AuditSdk.Semantics.Documents;
using AuditSdk.Semantics.Fluentd;

namespace AuditSdk.Generators.Tests.Catalog;

public class CatalogGeneratorTests
{
    [Fact]
    public void Group_IsClassOfItsResources()
        => Snapshot.Match(GeneratorHarness.Run("", Samples.All).Sources["Kubernetes.CertManager.g.cs"]);

    [Fact]
    public void Plugin_IsRecordOfItsParameters()
        => Snapshot.Match(GeneratorHarness.Run("", Samples.All).Sources["Fluentd.ShopOutput.g.cs"]);

    [Fact]
    public void Enum_HasTextOfEachValue()
        => Snapshot.Match(GeneratorHarness.Run("", Samples.All).Sources["Fluentd.Enums.Flavour.g.cs"]);

    [Fact]
    public void EveryDeclaration_HasSourceOfItsOwn()
        => Assert.Equal(
            ["Fluentd.Enums.Flavour.g.cs", "Fluentd.ReceiptParser.g.cs", "Fluentd.ShelfBuffer.g.cs", "Fluentd.ShopOutput.g.cs", "Kubernetes.CertManager.g.cs", "Kubernetes.RoutesExample.g.cs"],
            GeneratorHarness.Run("", Samples.All).Sources.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void GeneratedTypes_AreUsedLikeTheLibrarysOwn()
        => GeneratorHarness.Run(
            """
            using AuditSdk;
            using AuditSdk.Fluentd;
            using AuditSdk.Kubernetes;
            using static AuditSdk.Fluentd.Values;
            using static AuditSdk.Kubernetes.Level;

            namespace Infra;

            [AuditConfig]
            public static class Cluster
            {
                const string Source = "audit";

                [EmitAs("policy.yaml")]
                public static AuditPolicy Policy { get; } = new()
                {
                    Rules =
                    [
                        new(Metadata) { Resources = [CertManager.Certificates, CertManager.Certificates.Status, CertManager.Issuers.Named("x"), CertManager.All] },
                        new(None) { Resources = [RoutesExample.Routes.WithSubresources, RoutesExample.EverySubresource("status"), RoutesExample.Group.Resource("paths")] },
                    ],
                };

                [EmitAs("td-agent.conf")]
                public static FluentdConfig Agent { get; } =
                [
                    new Match("audit", new ShopOutput
                    {
                        Endpoint = Source, ApiKey = Env("KEY"), Retries = 3, Ratio = 0.5, MaxSize = 8.MiB(), Wait = 1.Hours(), DryRun = true, Flavour = Flavour.EsV1,
                        Keys = ["a", "b"], Ports = [1, 2], Headers = new() { ["a"] = "b" }, Pattern = "/x/", Mode = "fast", Fallback = Label.Error,
                        Buffer = new ShelfBuffer(ChunkKey.Tag, ChunkKey.Time) { Path = Env("BUFFER") },
                        Stores = [new ShopOutput { Endpoint = "other", Buffer = new ShelfBuffer("$.a.b") { Path = "p" } }],
                        Template = new ShopOutput { Endpoint = "x" },
                        Labels = new() { ["a"] = "b" },
                        Rules = [new() { Key = "a", Flavour = Flavour.Sweet, Inner = new() { Name = "n" } }, new() { Key = "b" }],
                    }),
                ];
            }
            """,
            Samples.All);

    [Theory]
    [InlineData("Extra = new() { [\"api_key\"] = \"hunter2\" }", "api_key", SecretLiteral.Accident)]
    [InlineData("Extra = new() { [\"token\"] = \"hunter2\" }", "token", SecretLiteral.Accident)]
    [InlineData("Rules = [new() { Inner = new() { Extra = new() { [\"pin\"] = \"hunter2\" } } }]", "pin", SecretLiteral.Accident)]
    [InlineData("Extra = new() { [\"api_key\"] = Values.Env(\"KEY\"), [\"other\"] = \"x\" }", "api_key", SecretLiteral.Unsaid)]
    [InlineData("ApiKey = Secret.InClear(\"hunter2\")", "api_key", SecretLiteral.Meant)]
    public void SecretOfAnOwnPlugin_IsMarked(string setting, string key, SecretLiteral expected)
    {
        GeneratorRun run = GeneratorHarness.Run($"using AuditSdk; using AuditSdk.Fluentd; [AuditConfig] class C {{ [EmitAs(\"f\")] public static FluentdConfig P => [new Match(\"a\", new ShopOutput {{ {setting} }})]; }}", Samples.All);

        FluentdElement root = FluentdMap.Map((FluentdConfig)Assert.Single(Assert.Single(run.Register()).Documents()!).Document!, new FindingSink());

        Assert.Equal(expected, ParametersIn(root).Single(p => p.Key == key).Value.Secret);
    }

    private static IEnumerable<FluentdParameter> ParametersIn(FluentdElement element) => element.Parameters.Concat(element.Elements.SelectMany(ParametersIn));

    [Theory]
    [InlineData("OldWay = \"x\"", "'old_way' is deprecated: fluentd takes it with a warning. Use endpoint.")]
    [InlineData("Gone = \"x\"", "fluentd refuses 'gone' since 1.18. Use endpoint instead.")]
    [InlineData("LegacyBufferPath = \"x\"", "Set path of the buffer.")]
    public void ObsoleteParameter_WarnsWithWhatToDo(string setting, string said)
    {
        GeneratorRun run = GeneratorHarness.RunUnchecked(GeneratorHarness.Compilation($"class C {{ object o = new AuditSdk.Fluentd.ShopOutput {{ {setting} }}; }}"), Samples.All);
        string warning = Assert.Single(run.Problems());
        Assert.Contains("CS0618", warning, StringComparison.Ordinal);
        Assert.Contains(said, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u2028 plugin \"\n\n  group\n\tresource x")]
    [InlineData("plugin output a\n  param b enum(Missing)\nplugin nothing x\ngroup a.b\n  resource \"c d\"\nenum E")]
    [InlineData("plugin output a as IsSecret\n  param x string secret\n")]
    [InlineData("plugin output a as Equals\n  param x string as Type\n  param y string as Get\ngroup g as Core\n  resource r as All\n")]
    public void BrokenCatalog_LeavesOutWhatIsBroken(string text) => GeneratorHarness.Run("", ("broken.catalog", text));

    [Theory]
    [InlineData("input")]
    [InlineData("output")]
    [InlineData("filter")]
    [InlineData("parser")]
    [InlineData("formatter")]
    [InlineData("buffer")]
    [InlineData("storage")]
    [InlineData("service_discovery")]
    public void NamesThatBaseClassesHave_Compile(string kind)
    {
        string[] names =
        [
            "equals", "get_hash_code", "to_string", "get_type", "reference_equals", "memberwise_clone", "finalize", "equality_contract", "print_members", "clone", "deconstruct",
            "comment", "extra", "extra_sections", "site", "entries", "argument", "get", "set", "get_section", "set_free", "type", "id", "log_level", "section_argument", "label", "weight",
            "chunk_keys", "put", "replace", "value", "key", "own", "is_secret", "is_secret_in_clear", $"x_{kind}", "class", "1st", "a-b", "a_b",
        ];
        string parameters = string.Concat(names.Select(n => $"  param {n} string secret\n"));
        string sections = string.Concat(names.Where(n => n != "a-b").Select(n => $"  section {n} multi\n    param {n} string\n    param {n}_section string\n    section {n}_section\n      param x string\n"));
        GeneratorHarness.Run("", ("names.catalog", $"plugin {kind} x\n{parameters}{sections}"));
    }

    [Fact]
    public void ResourcesNamedLikeMembersOfTheirClasses_Compile()
    {
        string[] names = ["all", "group", "everysubresource", "equals", "tostring", "clone", "names", "named", "facts", "withsubresources", "subresource", "resource", "pods", "podsresource", "names-resource"];
        GeneratorHarness.Run("", ("names.catalog", "group names.example.com\n" + string.Concat(names.Select(n => $"  resource {n} kind {n}\n" + string.Concat(names.Select(m => $"    subresource {m} kind {m}\n"))))));
    }

    [Fact]
    public void HostileTexts_StayInTheirPlaces()
    {
        const string Hostile = "</summary> \u2028 public int X; \\n #error \\\" */ {0} &lt; \\r\\n }";
        GeneratorRun run = GeneratorHarness.Run("", ("hostile.catalog", $"""
            plugin output shop
              doc "{Hostile}"
              param a string default "{Hostile}" doc "{Hostile}"
              param b string deprecated doc "{Hostile}"
              section c free
                doc "{Hostile}"
            group g.h
              resource r kind R doc "{Hostile}"
            """));
        Assert.Equal(2, run.Sources.Count);
    }

    [Fact]
    public void NoLibraryReferenced_NothingIsGenerated()
    {
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation alone = GeneratorHarness.Compilation("");
        GeneratorRun run = GeneratorHarness.RunUnchecked(alone.RemoveReferences(alone.References.Where(r => r.Display!.Contains("AuditSdk", StringComparison.Ordinal))), Samples.All);
        Assert.Empty(run.Sources);
    }
}
