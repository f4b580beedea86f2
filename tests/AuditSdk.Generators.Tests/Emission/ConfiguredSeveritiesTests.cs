using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Generators.Tests.Emission;

public class ConfiguredSeveritiesTests
{
    private const string Policy = "[EmitAs(\"a.yaml\")] public static AuditPolicy P => new();";

    [Fact]
    public void NothingConfigured_IsEmpty() => Assert.Equal("", Severities(Compilation(Policy)));

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, "AUD1004=none")]
    [InlineData(ReportDiagnostic.Hidden, "AUD1004=none")]
    [InlineData(ReportDiagnostic.Info, "AUD1004=info")]
    [InlineData(ReportDiagnostic.Error, "AUD1004=error")]
    public void SeverityOfAFile_IsTaken(ReportDiagnostic severity, string expected)
        => Assert.Equal(expected, Severities(With(Compilation(Policy), o => o.WithSyntaxTreeOptionsProvider(new OneSeverity(severity)))));

    [Fact]
    public void CompilerOption_WinsOverAFile()
        => Assert.Equal("AUD1004=error", Severities(With(Compilation(Policy), o => o
            .WithSyntaxTreeOptionsProvider(new OneSeverity(ReportDiagnostic.Suppress))
            .WithSpecificDiagnosticOptions(o.SpecificDiagnosticOptions.SetItem("AUD1004", ReportDiagnostic.Error)))));

    [Fact]
    public void WarningsAsErrors_TakesWarnings()
        => Assert.Contains("AUD1004=error", Severities(With(Compilation(Policy), o => o.WithGeneralDiagnosticOption(ReportDiagnostic.Error))), StringComparison.Ordinal);

    [Theory]
    [InlineData("none", "none")]
    [InlineData("silent", "none")]
    [InlineData("suggestion", "info")]
    [InlineData("Warning", "warning")]
    [InlineData("error", "error")]
    public void SeverityOfTheCategory_IsTakenForEachCheck(string severity, string expected)
    {
        string[] severities = Severities(Compilation(Policy), ("dotnet_analyzer_diagnostic.category-auditpolicy.severity", severity), ("dotnet_analyzer_diagnostic.severity", "default")).Split(' ');
        Assert.Equal(PolicyChecks.All.Select(c => $"{c.Descriptor.Id}={expected}"), severities);
    }

    [Fact]
    public void EveryCategory_HasASeverityOfItsOwn()
    {
        string[] severities = Severities(Compilation(Policy), [.. CheckCategory.All.Select((c, i) => ($"dotnet_analyzer_diagnostic.category-{c.Name.ToLowerInvariant()}.severity", i % 2 == 0 ? "none" : "error"))]).Split(' ');
        Assert.Equal(CheckCategory.All.SelectMany((c, i) => c.Checks.Select(d => d.Id + (i % 2 == 0 ? "=none" : "=error"))).Order(StringComparer.Ordinal), severities);
    }

    [Fact]
    public void SeverityOfAllAnalyzers_IsTakenWhereTheCategoryHasNone()
        => Assert.StartsWith("AUD1001=none AUD1002=none", Severities(Compilation(Policy), ("dotnet_analyzer_diagnostic.severity", "none")), StringComparison.Ordinal);

    [Fact]
    public void SeverityOfOneCheck_WinsOverThatOfTheCategory()
    {
        CSharpCompilation compilation = With(Compilation(Policy), o => o.WithSyntaxTreeOptionsProvider(new OneSeverity(ReportDiagnostic.Error)));
        string severities = Severities(compilation, ("dotnet_analyzer_diagnostic.category-auditpolicy.severity", "none"));
        Assert.Contains("AUD1003=none AUD1004=error AUD1005=none", severities, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoryOfWarnings_IsOfErrorsWhereWarningsAre()
        => Assert.DoesNotContain("warning", Severities(With(Compilation(Policy), o => o.WithGeneralDiagnosticOption(ReportDiagnostic.Error)), ("dotnet_analyzer_diagnostic.category-auditpolicy.severity", "warning")), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "[SuppressMessage(\"AuditPolicy\", \"AUD1004\", Justification = \"j\")] ")]
    [InlineData("", "[SuppressMessage(\"AuditPolicy\", \"AUD1004:Every rule has level None\")] ")]
    [InlineData("[SuppressMessage(\"AuditPolicy\", \"AUD1004\")] ", "")]
    public void SuppressMessage_SwitchesOff(string onType, string onMember)
        => Assert.Equal("AUD1004=none", Severities(Compilation(onMember + Policy, onType)));

    [Theory]
    [InlineData("[assembly: SuppressMessage(\"AuditPolicy\", \"AUD1004\")]", "AUD1004=none")]
    [InlineData("[assembly: SuppressMessage(\"AuditPolicy\", \"AUD1004\", Scope = \"member\", Target = \"~P:Other.P\")]", "")]
    public void SuppressMessageOfTheAssembly_SwitchesOffWhereItNamesNoTarget(string attribute, string expected)
        => Assert.Equal(expected, Severities(Compilation(Policy, assembly: attribute)));

    private static CSharpCompilation Compilation(string member, string onType = "", string assembly = "") => GeneratorHarness.Compilation($$"""
        using AuditSdk; using AuditSdk.Kubernetes; using System.Diagnostics.CodeAnalysis;
        {{assembly}}
        {{onType}}[AuditConfig] public static class Cluster { {{member}} }
        """);

    private static CSharpCompilation With(CSharpCompilation compilation, Func<CSharpCompilationOptions, CSharpCompilationOptions> change) => compilation.WithOptions(change(compilation.Options));

    private static string Severities(CSharpCompilation compilation, params (string Key, string Value)[] options)
        => Assert.Single(GeneratorHarness.RunUnchecked(compilation, options.Length == 0 ? null : new FileOptions(options)).Register()).Target.Severities;

    /// <summary>Options that hold for every file.</summary>
    private sealed class FileOptions((string Key, string Value)[] options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(options);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values((string Key, string Value)[] options) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
            {
                value = options.FirstOrDefault(o => KeyComparer.Equals(o.Key, key)).Value;
                return value is not null;
            }
        }
    }

    private sealed class OneSeverity(ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic found)
        {
            found = severity;
            return diagnosticId == "AUD1004";
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic found)
        {
            found = default;
            return false;
        }
    }
}
