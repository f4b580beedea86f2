using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Analyzers.Tests;

/// <summary>What the analyzer says about a project.</summary>
internal static class Checked
{
    /// <summary>The diagnostics, by file and place; an exception of the analyzer is thrown.</summary>
    /// <param name="project">The project.</param>
    /// <param name="editorConfig">The text of an <c>.editorconfig</c> beside the sources.</param>
    /// <param name="properties">MSBuild properties that the compiler sees.</param>
    public static ImmutableArray<Diagnostic> Of(UserProject project, string editorConfig = "", params (string Name, string Value)[] properties)
    {
        BuildOptions options = new(editorConfig, properties);
        Compilation compilation = project.Compilation.WithOptions(project.Compilation.Options.WithSyntaxTreeOptionsProvider(options));
        CompilationWithAnalyzersOptions run = new(
            new AnalyzerOptions(project.Catalogs, options.Provider), (e, _, _) => throw new InvalidOperationException("The analyzer threw.", e), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> diagnostics = compilation.WithAnalyzers([new AuditPolicyAnalyzer(), new FluentdPipelineAnalyzer(), new AuditConfigAnalyzer()], run).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return [.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>Asserts that the analyzer reports exactly the marked places of the files: of all ids, or of those given.</summary>
    public static ImmutableArray<Diagnostic> AssertMarks(params string[] sources)
    {
        Markup[] files = [.. sources.Select(Markup.Parse)];
        UserProject project = UserProject.Of([.. files.Select(f => f.Text)]).Compiles();
        string[] expected = [.. files.SelectMany((f, i) => f.Marks.Select(m => $"File{i}.cs {m.Span} {m.Name}")).Order(StringComparer.Ordinal)];
        ImmutableArray<Diagnostic> diagnostics = Of(project);
        HashSet<string> ids = [.. files.SelectMany(f => f.Marks).Select(m => m.Name)];
        ImmutableArray<Diagnostic> looked = [.. diagnostics.Where(d => ids.Count == 0 || ids.Contains(d.Id))];

        Assert.Equal(expected, looked.Select(d => $"{Path.GetFileName(d.Location.SourceTree!.FilePath)} {d.Location.SourceSpan} {d.Id}").Order(StringComparer.Ordinal));
        return looked;
    }

    private sealed class BuildOptions(string editorConfig, (string Name, string Value)[] properties) : SyntaxTreeOptionsProvider
    {
        private readonly AnalyzerConfigSet _config = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(editorConfig, "/infra/.editorconfig")));

        public AnalyzerConfigOptionsProvider Provider { get; } = new Properties(properties.ToImmutableDictionary(p => "build_property." + p.Name, p => p.Value, AnalyzerConfigOptions.KeyComparer));

        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => _config.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }

    private sealed class Properties(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
