using AuditSdk.Semantics.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Generators.Emission;

/// <summary>Severities that .editorconfig sets for the checks all at once. As in the compiler, one that is set for a check alone goes before them.</summary>
internal static class CategorySeverities
{
    private const string OfAll = "dotnet_analyzer_diagnostic.severity";

    /// <summary>The member with a severity for each check that has none of its own.</summary>
    public static EmissionMember Complete(EmissionMember member, Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        if (compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == member.SourcePath) is not { } tree) return member;
        AnalyzerConfigOptions ofFile = options.GetOptions(tree);
        string[] own = member.Severities.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> ids = new(own.Select(s => s.Split('=')[0]), StringComparer.Ordinal);
        string[] rest = [.. CheckCategory.All.SelectMany(c => Of(c, ofFile, compilation.Options)).Where(c => !ids.Contains(c.Id)).Select(c => c.Id + "=" + c.Severity)];
        return rest.Length == 0 ? member : member with { Severities = string.Join(" ", own.Concat(rest).OrderBy(s => s, StringComparer.Ordinal)) };
    }

    private static IEnumerable<(string Id, string Severity)> Of(CheckCategory category, AnalyzerConfigOptions options, CompilationOptions compilation)
        => (options.TryGetValue($"dotnet_analyzer_diagnostic.category-{category.Name}.severity", out string? value) || options.TryGetValue(OfAll, out value)) && Name(value, compilation) is { } severity
            ? category.Checks.Select(c => (c.Id, severity))
            : [];

    private static string? Name(string value, CompilationOptions options) => value.ToUpperInvariant() switch
    {
        "NONE" or "SILENT" or "REFACTORING" => "none",
        "SUGGESTION" => "info",
        "WARNING" => options.GeneralDiagnosticOption == ReportDiagnostic.Error ? "error" : "warning",
        "ERROR" => "error",
        _ => null,
    };
}
