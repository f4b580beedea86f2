using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AuditSdk.Analyzers.Tests;

/// <summary>Policies in YAML among the additional files of a project.</summary>
public sealed class PolicyFileAnalyzerTests
{
    private const string Policy = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n  verbs: [get, GET]\n";

    [Fact]
    public void Finding_IsAtTheElementOfTheFile()
    {
        Diagnostic diagnostic = Assert.Single(Of("policy.yaml", Policy), d => d.Id == "AUD1040");
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal("policy.yaml", place.Path);
        Assert.Equal((4, 15), (place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Fact]
    public void FileThatTheServerRefuses_IsAnError()
        => Assert.Contains(Of("policy.yml", Policy.Replace("Metadata", "metadata", StringComparison.Ordinal)), d => d.Severity == DiagnosticSeverity.Error);

    [Theory]
    [InlineData("policy.yaml", "apiVersion: v1\nkind: ConfigMap\ndata:\n  policy.yaml: |\n    apiVersion: audit.k8s.io/v1\n    kind: Policy\n")]
    [InlineData("policy.yaml", "apiVersion: apps/v1\nkind: Deployment\n")]
    [InlineData("policy.yaml", "# see audit.k8s.io/v1\n[1, 2]\n")]
    [InlineData("policy.yaml", "")]
    [InlineData("policy.txt", "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: 7\n")]
    public void FileThatIsNoPolicy_IsLeftAlone(string name, string text) => Assert.Empty(Of(name, text));

    [Fact]
    public void BrokenFile_IsOneFindingAndNeverAnException()
    {
        for (int length = 0; length < Policy.Length; length++) Of("policy.yaml", Policy[..length]);
        Assert.Single(Of("policy.yaml", "apiVersion: audit.k8s.io/v1\nkind: [\n"));
    }

    private static ImmutableArray<Diagnostic> Of(string name, string text)
    {
        CompilationWithAnalyzersOptions run = new(
            new AnalyzerOptions([new InMemoryFile(name, text)]), (e, _, _) => throw new InvalidOperationException("The analyzer threw.", e), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return UserProject.Of("").Compilation.WithAnalyzers([new AuditPolicyFileAnalyzer()], run).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private sealed class InMemoryFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
