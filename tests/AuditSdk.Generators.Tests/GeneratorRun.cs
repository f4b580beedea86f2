using System.Reflection;
using System.Runtime.Loader;
using AuditSdk.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditSdk.Generators.Tests;

/// <summary>What the generators made of a compilation.</summary>
internal sealed class GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation, IReadOnlyList<AdditionalText> catalogs)
{
    private readonly GeneratorDriverRunResult _result = driver.GetRunResult();

    public CSharpCompilation Compilation { get; } = compilation;

    public IReadOnlyDictionary<string, string> Sources { get; } = driver.GetRunResult().Results.SelectMany(r => r.GeneratedSources).ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    public IEnumerable<(string Step, IncrementalGeneratorRunStep Run)> Steps
        => _result.Results.SelectMany(r => r.TrackedSteps).Where(s => GeneratorHarness.IsOurs(s.Key)).SelectMany(s => s.Value.Select(run => (s.Key, run)));

    private IEnumerable<IncrementalGeneratorRunStep> OutputSteps => _result.Results.SelectMany(r => r.TrackedOutputSteps).SelectMany(s => s.Value);

    /// <summary>The generators' next run, with the state of this one.</summary>
    public GeneratorRun Again(CSharpCompilation next) => new(driver.RunGenerators(next), next, catalogs);

    /// <summary>The next run after an edit of a source file.</summary>
    public GeneratorRun AfterEdit(int file, string text) => Again(Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[file], GeneratorHarness.Parse(text, file)));

    /// <summary>The next run after an edit of a catalog.</summary>
    public GeneratorRun AfterCatalogEdit(string name, Func<string, string> edit)
    {
        AdditionalText before = catalogs.Single(c => c.Path.EndsWith("/" + name, StringComparison.Ordinal));
        AdditionalText after = new GeneratorHarness.CatalogText(name, edit(before.GetText()!.ToString()));
        return new(driver.ReplaceAdditionalText(before, after).RunGenerators(Compilation), Compilation, [.. catalogs.Select(c => c == before ? after : c)]);
    }

    /// <summary>The reasons that the outputs of a step have in this run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => [.. Steps.Where(s => s.Step == step).SelectMany(s => s.Run.Outputs).Select(o => o.Reason)];

    /// <summary>The reasons that the sources have in this run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() => [.. OutputSteps.SelectMany(s => s.Outputs).Select(o => o.Reason)];

    public void AssertNothingMadeAgain()
    {
        Assert.All(Steps, s => Assert.All(s.Run.Outputs, o => Assert.True(o.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{s.Step}: {o.Reason}")));
        Assert.All(OutputReasons(), r => Assert.Equal(IncrementalStepRunReason.Cached, r));
    }

    /// <summary>The whole project compiles without an error or a warning.</summary>
    public void AssertCompiles(params string[] suppressed)
    {
        Assert.Empty(_result.Diagnostics);
        Assert.All(_result.Results, r => Assert.Null(r.Exception));
        string[] problems = [.. Problems(suppressed).Take(20)];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    /// <summary>Errors and warnings of the whole project.</summary>
    public IEnumerable<string> Problems(params string[] suppressed)
        => Whole().GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !suppressed.Contains(d.Id)).Select(d => d.ToString());

    /// <summary>Compiles the project, loads it, and lets it register its definitions.</summary>
    public IReadOnlyList<EmissionDefinition> Register()
    {
        using MemoryStream image = new();
        Assert.True(Whole().Emit(image).Success);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext("user", isCollectible: false).LoadFromStream(image);
        EmissionRegistry registry = new();
        assembly.GetType("AuditSdk.Generated.AuditSdkEmissions", throwOnError: true)!
            .GetMethod("Register", BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, [registry]);
        return registry.Definitions;
    }

    private CSharpCompilation Whole() => Compilation.AddSyntaxTrees(_result.GeneratedTrees);
}
