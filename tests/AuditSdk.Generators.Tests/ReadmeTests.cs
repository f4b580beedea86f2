using AuditSdk.Emission;
using AuditSdk.Semantics.Documents;

namespace AuditSdk.Generators.Tests;

/// <summary>What README shows compiles, and the file beside it is the one that comes out.</summary>
public class ReadmeTests
{
    private const string ImplicitUsings = "global using AuditSdk; global using AuditSdk.Kubernetes; global using AuditSdk.Fluentd; global using static AuditSdk.Kubernetes.Level; global using static AuditSdk.Fluentd.Values;";

    private static readonly string Readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md"));

    [Fact]
    public void Policy_GivesTheFileBesideIt()
        => Assert.Equal(Block("yaml", 0), Emit(Block("csharp", 0)));

    [Fact]
    public void Pipeline_Compiles()
        => Assert.Contains("@type elasticsearch", Emit($$"""[AuditConfig] public static class Cluster { {{Block("csharp", 1)}} }"""), StringComparison.Ordinal);

    [Fact]
    public void UnitTestOfAPolicy_CompilesBesideThePolicy()
        => GeneratorHarness.Run([ImplicitUsings, Block("csharp", 0), $$"""sealed class FactAttribute : System.Attribute; class Tests { {{Block("csharp", 2)}} }"""]);

    [Fact]
    public void UnitTestsOfAllRequestsAndOfAPipeline_CompileBesideThem() => GeneratorHarness.Run(
    [
        ImplicitUsings, Block("csharp", 0), $$"""[AuditConfig] public static class Pipelines { {{Block("csharp", 1)}} }""",
        $$"""static class Staging { public static AuditPolicy Policy => Cluster.Policy; } sealed class FactAttribute : System.Attribute; class Tests { {{Block("csharp", 3)}} {{Block("csharp", 4)}} }""",
    ]);

    private static string Emit(string source)
    {
        FindingSink findings = new();
        EmissionRun run = new(new Dictionary<string, string>(), (_, _, _, _, _) => false, findings);
        foreach (EmissionDefinition definition in GeneratorHarness.Run([ImplicitUsings, source]).Register()) run.Evaluate(definition, typeof(ReadmeTests).Assembly);
        Assert.All(findings.Findings, f => Assert.Equal(FindingSeverity.Info, f.Severity));
        return Assert.Single(run.Files).Text;
    }

    private static string Block(string language, int number) => Readme.Split($"```{language}\n")[number + 1].Split("```")[0];
}
