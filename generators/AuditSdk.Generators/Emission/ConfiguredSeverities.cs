using AuditSdk.Semantics.Checks;
using AuditSdk.Semantics.Documents;
using Microsoft.CodeAnalysis;

namespace AuditSdk.Generators.Emission;

/// <summary>
/// What the project says about the severity of checks at a member. The compiler applies it to the analyzer's findings; the build checks the real objects later,
/// when neither .editorconfig nor attributes can be seen any more.
/// </summary>
internal static class ConfiguredSeverities
{
    private const string SuppressMessage = "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute";

    /// <summary>The checks that have a severity of their own, as <c>AUD1003=none AUD1050=error</c>.</summary>
    public static string Of(ISymbol member, SyntaxTree tree, Compilation compilation, CancellationToken cancellation)
    {
        HashSet<string> suppressed = Suppressed(member);
        List<string> configured = [];
        foreach (CheckDescriptor descriptor in CheckCategory.All.SelectMany(c => c.Checks))
        {
            string? severity = suppressed.Contains(descriptor.Id) ? "none" : Severity(descriptor, tree, compilation.Options, cancellation);
            if (severity is not null) configured.Add(descriptor.Id + "=" + severity);
        }

        return string.Join(" ", configured);
    }

    private static string? Severity(CheckDescriptor descriptor, SyntaxTree tree, CompilationOptions options, CancellationToken cancellation)
    {
        // Options of the compiler's command line, such as NoWarn, win over those of files.
        if (options.SpecificDiagnosticOptions.TryGetValue(descriptor.Id, out ReportDiagnostic report) && Name(report) is { } specific) return specific;
        SyntaxTreeOptionsProvider? files = options.SyntaxTreeOptionsProvider;
        if (files?.TryGetDiagnosticValue(tree, descriptor.Id, cancellation, out report) == true && Name(report) is { } local) return local;
        if (files?.TryGetGlobalDiagnosticValue(descriptor.Id, cancellation, out report) == true && Name(report) is { } global) return global;
        return options.GeneralDiagnosticOption == ReportDiagnostic.Error && descriptor.Severity == FindingSeverity.Warning ? "error" : null;
    }

    private static string? Name(ReportDiagnostic report) => report switch
    {
        ReportDiagnostic.Suppress or ReportDiagnostic.Hidden => "none",
        ReportDiagnostic.Info => "info",
        ReportDiagnostic.Warn => "warning",
        ReportDiagnostic.Error => "error",
        _ => null,
    };

    // On the member, the classes around it, or the assembly.
    private static HashSet<string> Suppressed(ISymbol member)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol) AddSuppressed(symbol, ids);
        AddSuppressed(member.ContainingAssembly, ids);
        return ids;
    }

    private static void AddSuppressed(ISymbol symbol, HashSet<string> ids)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() != SuppressMessage || attribute.ConstructorArguments is not [_, { Value: string check }]) continue;

            // One that names a target is for that target; "AUD1003:Title" is a form that tools write.
            if (symbol is IAssemblySymbol && attribute.NamedArguments.Any(a => a.Key == "Target")) continue;
            ids.Add(check.Split(':')[0].Trim());
        }
    }
}
