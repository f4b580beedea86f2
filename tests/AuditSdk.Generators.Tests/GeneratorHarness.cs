using System.Collections.Immutable;
using AuditSdk.Kubernetes;
using AuditSdk.Semantics.Documents;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Generators.Tests;

/// <summary>
/// Runs both generators as a user's compiler does. Every run is repeated on a copy of the compilation, where nothing may be made again;
/// the output of every step is searched for what may not be kept; and what was generated compiles without a warning.
/// </summary>
internal static class GeneratorHarness
{
    private static readonly string[] Steps =
    [
        TrackingNames.CatalogFiles, TrackingNames.Catalog, TrackingNames.CatalogScope, TrackingNames.Groups, TrackingNames.RemovedGroups, TrackingNames.Plugins, TrackingNames.Enums,
        TrackingNames.EmissionMembers, TrackingNames.EmissionSeverities, TrackingNames.EmissionRegistry,
    ];

    // The C# of a .NET 8 project; documentation is asked of generated code only.
    private static readonly CSharpParseOptions CSharp12 = new(LanguageVersion.CSharp12);

    // A library for an older .NET than the project's.
    private static readonly Dictionary<string, ReportDiagnostic> AlwaysSuppressedBySdk = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(AuditPolicy).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Finding).Assembly.Location),
    ];

    /// <summary>Runs the generators on sources, and on catalogs given by name and text.</summary>
    public static GeneratorRun Run(string source, params (string Name, string Text)[] catalogs) => Run([source], catalogs);

    /// <summary>Runs the generators on files of sources, and on catalogs given by name and text.</summary>
    public static GeneratorRun Run(string[] sources, params (string Name, string Text)[] catalogs)
    {
        GeneratorRun run = RunUnchecked(Compilation(sources), catalogs);
        run.AssertCompiles();
        return run;
    }

    /// <summary>The same where the compilation is unusual; that the output compiles is not asserted.</summary>
    public static GeneratorRun RunUnchecked(CSharpCompilation compilation, params (string Name, string Text)[] catalogs) => RunUnchecked(compilation, null, catalogs);

    /// <summary>The same with what .editorconfig says.</summary>
    public static GeneratorRun RunUnchecked(CSharpCompilation compilation, AnalyzerConfigOptionsProvider? options, params (string Name, string Text)[] catalogs)
    {
        CatalogText[] files = [.. catalogs.Select(c => new CatalogText(c.Name, c.Text))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new CatalogGenerator().AsSourceGenerator(), new EmissionGenerator().AsSourceGenerator()],
            files,
            CSharp12.WithDocumentationMode(DocumentationMode.Diagnose),
            options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        GeneratorRun first = new(driver.RunGenerators(compilation), compilation, files);
        GeneratorRun second = first.Again(compilation.Clone());
        second.AssertNothingMadeAgain();
        StepOutputs.AssertHoldNothingOfTheCompiler(first);
        StepOutputs.AssertHoldNothingOfTheCompiler(second);
        return first;
    }

    /// <summary>A user's project.</summary>
    public static CSharpCompilation Compilation(params string[] sources) => CSharpCompilation.Create(
        "User",
        sources.Select((text, i) => Parse(text, i)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
            .WithSpecificDiagnosticOptions(AlwaysSuppressedBySdk));

    /// <summary>A file of a user's project, named after its number.</summary>
    public static SyntaxTree Parse(string text, int number) => CSharpSyntaxTree.ParseText(text, CSharp12, $"/infra/File{number}.cs");

    /// <summary>Whether a step is one of ours.</summary>
    public static bool IsOurs(string step) => Steps.Contains(step);

    /// <summary>A catalog as the compiler gets it.</summary>
    internal sealed class CatalogText(string name, string text) : AdditionalText
    {
        public override string Path { get; } = "/infra/" + name;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) => Microsoft.CodeAnalysis.Text.SourceText.From(text);
    }
}
