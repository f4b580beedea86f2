using AuditSdk.Emission;

namespace AuditSdk.Generators.Tests.Emission;

public class EmissionGeneratorTests
{
    private const string Cluster = """
        using System.Collections.Generic;
        using AuditSdk;
        using AuditSdk.Fluentd;
        using AuditSdk.Kubernetes;

        namespace Infra.AuditSdk.System
        {
            [AuditConfig(Kubernetes = "1.34", Fluentd = "td-agent 3")]
            public static partial class Cluster
            {
                [EmitAs("b/audit-policy.yaml")]
                public static AuditPolicy Policy { get; } = new() { Name = "one" };

                [EmitAs("a.conf")]
                internal static FluentdConfig? Agent() => [];

                internal static partial class @class
                {
                    [AuditConfig]
                    internal sealed record Inner
                    {
                        [EmitAs("{name}/policy.yaml")]
                        public static IReadOnlyDictionary<string, AuditPolicy> @event => new Dictionary<string, AuditPolicy> { ["x"] = new() };
                    }
                }
            }
        }
        """;

    [Fact]
    public void MarkedMembers_AreRegistered() => Snapshot.Match(GeneratorHarness.Run(Cluster).Sources["AuditSdkEmissions.g.cs"]);

    [Fact]
    public void RegisteredDefinitions_GiveTheUsersObjects()
    {
        IReadOnlyList<EmissionDefinition> definitions = GeneratorHarness.Run(Cluster).Register();
        Assert.Equal(["a.conf", "b/audit-policy.yaml", "{name}/policy.yaml"], definitions.Select(d => d.Target.FileName));
        Assert.Equal([false, false, true], definitions.Select(d => d.IsNamed));
        Assert.Equal(new Kubernetes.AuditPolicy { Name = "one" }, Assert.Single(definitions[1].Documents()!).Document);
        Assert.Equal("x", Assert.Single(definitions[2].Documents()!).Name);
        Assert.Equal(new EmissionTarget("b/audit-policy.yaml", "Cluster.Policy", "/infra/File0.cs", 12, "1.34", "td-agent 3") { Class = "Infra.AuditSdk.System.Cluster" }, definitions[1].Target);
    }

    [Theory]
    [InlineData("AuditPolicy P => new();", false)]
    [InlineData("AuditPolicy? P => null;", false)]
    [InlineData("FluentdConfig P { get; } = [];", false)]
    [InlineData("Dictionary<string, AuditPolicy> P => [];", true)]
    [InlineData("Dictionary<string, FluentdConfig?>? P() => null;", true)]
    [InlineData("SortedList<string, FluentdConfig> P => [];", true)]
    [InlineData("IEnumerable<KeyValuePair<string, FluentdConfig>> P => [];", true)]
    [InlineData("IEnumerable<(string, AuditPolicy)> P { get { yield return (\"a\", new()); } }", true)]
    [InlineData("(string Cluster, AuditPolicy Policy)[] P => [];", true)]
    [InlineData("List<(string Name, FluentdConfig? Config)> P() => [];", true)]
    [InlineData("System.Collections.Immutable.ImmutableArray<(string?, AuditPolicy)>? P() => [];", true)]
    [InlineData("AuditSdk.Semantics.Documents.ValueList<(string, AuditPolicy)> P => [];", true)]
    [InlineData("Fleet P => [];", true)]
    public void ResultThatTheRegistryTakes_IsRegistered(string member, bool isNamed)
    {
        EmissionDefinition definition = Assert.Single(GeneratorHarness.Run(Class($"[EmitAs(\"f\")] public static {member}")).Register());
        Assert.Null(definition.Refusal);
        Assert.Equal(isNamed, definition.IsNamed);
        _ = definition.Documents()?.ToList();
    }

    [Theory]
    [InlineData("private static AuditPolicy P => new();", "P is private: make it internal or public.")]
    [InlineData("protected static AuditPolicy P => new();", "P is protected: make it internal or public.")]
    [InlineData("public AuditPolicy P => new();", "P is not static: make it static.")]
    [InlineData("public static AuditPolicy P { private get; set; } = new();", "The getter of P is private: make it internal or public.")]
    [InlineData("public static AuditPolicy P { set { } }", "P cannot be read: give it a getter.")]
    [InlineData("public static AuditPolicy P(int x) => new();", "P has parameters: write one method without parameters for each file, or return several documents with a name each.")]
    [InlineData("public static AuditPolicy P<T>() => new();", "P is generic: remove its type parameters.")]
    [InlineData("public static List<AuditPolicy> P => [];", "P returns List<AuditPolicy>: return AuditPolicy, FluentdConfig, or several of one kind with a name each (a Dictionary<string, AuditPolicy>, or a list of (string, AuditPolicy)).")]
    [InlineData("public static void P() { }", "P returns void: return AuditPolicy, FluentdConfig, or several of one kind with a name each (a Dictionary<string, AuditPolicy>, or a list of (string, AuditPolicy)).")]
    [InlineData("public static System.Threading.Tasks.Task<AuditPolicy> P() => null!;", "P returns Task<AuditPolicy>: return AuditPolicy, FluentdConfig, or several of one kind with a name each (a Dictionary<string, AuditPolicy>, or a list of (string, AuditPolicy)).")]
    [InlineData("[System.Obsolete(\"no\", true)] public static AuditPolicy P => new();", "P is obsolete as an error: remove [Obsolete], or the definition.")]
    [InlineData("public static AuditPolicy P { [EmitAs(\"f\")] get; } = new();", "get_P is neither a property nor a method of its class: mark a static property, or a static method without parameters.")]
    [InlineData("public static void M() { P(); [EmitAs(\"f\")] static AuditPolicy P() => new(); }", "P is neither a property nor a method of its class: mark a static property, or a static method without parameters.")]
    [InlineData("[EmitAs(\"f\")] public AuditPolicy this[int i] => new();", "this[] is neither a property nor a method of its class: mark a static property, or a static method without parameters.")]
    public void MemberThatCannotBeRead_IsRefusedWithWhatToDo(string member, string reason)
        => Assert.Equal(reason, Refusal(Class(member.Contains("[EmitAs", StringComparison.Ordinal) ? member : $"[EmitAs(\"f\")] {member}")));

    [Theory]
    [InlineData("public class Infra { #member# }", "The class Infra is not marked: mark the class with [AuditConfig].")]
    [InlineData("[AuditConfig] public class Infra<T> { #member# }", "The class Infra<T> is generic: move the definition to a class without type parameters.")]
    [InlineData("public class Outer { [AuditConfig] private class Infra { #member# } }", "The class Outer.Infra is private: make it internal or public.")]
    [InlineData("public class Outer<T> { [AuditConfig] public class Infra { #member# } }", "The class Outer<T>.Infra is generic: move the definition to a class without type parameters.")]
    [InlineData("[AuditConfig] file class Infra { #member# }", "The class Infra is local to its file: remove 'file'.")]
    public void ClassThatCannotBeRead_IsRefusedWithWhatToDo(string declaration, string reason)
        => Assert.StartsWith(reason, Refusal("using AuditSdk; using AuditSdk.Kubernetes;\n" + declaration.Replace("#member#", "[EmitAs(\"f\")] public static AuditPolicy P => new();", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void ObsoleteMember_IsRegisteredWithoutWarning()
        => Assert.Null(Assert.Single(GeneratorHarness.Run(Class("[System.Obsolete] [EmitAs(\"f\")] public static AuditPolicy P => new();")).Register()).Refusal);

    [Fact]
    public void FileNameOfAnyText_IsRegisteredAsItIs()
        => Assert.Equal("a\"\n\u2028{0}\\", Assert.Single(GeneratorHarness.Run(Class("[EmitAs(\"a\\\"\\n\\u2028{0}\\\\\")] public static AuditPolicy P => new();")).Register()).Target.FileName);

    [Theory]
    [InlineData("AuditLogPath = \"/var/log/a.log\", AuditLogMaxAge = 30, AuditLogMaxBackup = 0", "audit-log-path=/var/log/a.log\naudit-log-maxbackup=0\naudit-log-maxage=30")]
    [InlineData("AuditLogMaxSize = -5", "audit-log-maxsize=-5")]
    [InlineData("Kubernetes = \"1.34\"", "")]
    public void AuditLogOfTheClass_HasWhatIsSetAndNoMore(string arguments, string expected)
    {
        EmissionDefinition definition = Assert.Single(GeneratorHarness.Run($"using AuditSdk; using AuditSdk.Kubernetes; namespace N; [AuditConfig({arguments})] class C {{ [EmitAs(\"f\")] public static AuditPolicy P => new(); }}").Register());
        Assert.Equal((expected, "N.C"), (definition.Target.AuditLog, definition.Target.Class));
    }

    [Fact]
    public void MembersInManyFiles_AreInOrderOfFileNameThenMember()
    {
        string[] files = ["b", "a", "a"];
        string[] sources = [.. files.Select((file, i) => $"using AuditSdk; using AuditSdk.Kubernetes; [AuditConfig] class C{3 - i} {{ [EmitAs(\"{file}\")] public static AuditPolicy P => new(); }}")];
        Assert.Equal(["C1.P", "C2.P", "C3.P"], GeneratorHarness.Run(sources).Register().Select(d => d.Target.Member));
        Assert.Equal(GeneratorHarness.Run(sources).Sources["AuditSdkEmissions.g.cs"].Replace("File0", "File2", StringComparison.Ordinal).Length, GeneratorHarness.Run([.. sources.Reverse()]).Sources["AuditSdkEmissions.g.cs"].Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("using AuditSdk; [AuditConfig] class C { }")]
    public void NothingMarked_NothingIsGenerated(string source) => Assert.Empty(GeneratorHarness.Run(source).Sources);

    private static string Class(string member) => $$"""
        using System.Collections.Generic;
        using AuditSdk;
        using AuditSdk.Fluentd;
        using AuditSdk.Kubernetes;

        public class Fleet : Dictionary<string, AuditPolicy> { }

        [AuditConfig]
        public class Infra { {{member}} }
        """;

    private static string? Refusal(string source)
    {
        EmissionDefinition definition = Assert.Single(GeneratorHarness.Run(source).Register());
        Assert.Equal("f", definition.Target.FileName);
        return definition.Refusal;
    }
}
