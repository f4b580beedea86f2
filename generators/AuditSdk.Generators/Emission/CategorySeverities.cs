using AuditSdk.Semantics.Checks.Policy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AuditSdk.Generators.Emission;

/// <summary>Severities that .editorconfig sets for the checks all at once. As in the compiler, one that is set for a check alone goes before them.</summary>
internal static class CategorySeverities
{
    private const string OfCategory = "dotnet_analyzer_diagnostic.category-" + PolicyChecks.Category + ".severity";
    private const string OfAll = "dotnet_analyzer_diagnostic.severity";

    /// <summary>The member with a severity for each check that has none of its own.</summary>
    public static EmissionMember Complete(EmissionMember member, Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        if (compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == member.SourcePath) is not { } tree) return member;
        AnalyzerConfigOptions ofFile = options.GetOptions(tree);
        if ((ofFile.TryGetValue(OfCategory, out string? value) || ofFile.TryGetValue(OfAll, out value)) && Name(value, compilation.Options) is { } severity)
            return member with { Severities = Complete(member.Severities, severity) };
        return member;
    }

    private static string Complete(string severities, string severity)
    {
        string[] own = severities.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        HashSet<string> ids = new(own.Select(s => s.Split('=')[0]), StringComparer.Ordinal);
        IEnumerable<string> rest = PolicyChecks.All.Select(c => c.Descriptor.Id).Where(id => !ids.Contains(id)).Select(id => id + "=" + severity);
        return string.Join(" ", own.Concat(rest).OrderBy(s => s, StringComparer.Ordinal));
    }

    private static string? Name(string value, CompilationOptions options) => value.ToUpperInvariant() switch
    {
        "NONE" or "SILENT" or "REFACTORING" => "none",
        "SUGGESTION" => "info",
        "WARNING" => options.GeneralDiagnosticOption == ReportDiagnostic.Error ? "error" : "warning",
        "ERROR" => "error",
        _ => null,
    };
}
